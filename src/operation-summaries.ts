/** Groups of operations on the page of the API, in its order; the English name is the tag itself. */
export const operationGroups: Readonly<Record<string, string>> = {
  people: 'دستگاه‌ها و دسترسی‌ها',
  agreements: 'توافق‌نامه‌ها',
  services: 'خدمات و شناسنامه‌ها',
  cases: 'درخواست‌ها',
  drafts: 'پیش‌نویس‌ها',
  uploads: 'بارگذاری فایل',
  promises: 'وضعیت تعهدها',
  receipts: 'رسیدهای رویدادها'
}

/**
 * What each operation does, in Persian, by its `operationId`. The OpenAPI document itself is English,
 * as programs' documents are; `tests/contract/api-description.test.ts` asks that none is left out.
 */
export const operationSummaries: Readonly<Record<string, string>> = {
  getAuthorities: 'دستگاه‌ها با واحدها، پست‌ها و دارندگان امروز هر پست',
  getMe: 'چه کسی می‌پرسد: شخص نشست یا کلید، با دسترسی‌های آن',
  getAgreements: 'توافق‌نامه‌ها با نسخه‌ها، وضع هر یک و همه بندها',
  getAgreementsId: 'یک توافق‌نامه',
  getAgreementsIdClauses: 'بندهای یک نسخه از توافق‌نامه',
  getServices: 'فهرست خدمات، یا جست‌وجو در آن با هر صفحه‌کلید و با چشم‌پوشی از غلط تایپی',
  getServicesCode: 'شناسنامه یک خدمت؛ نسخه جاری یا نسخه‌ای معین',
  getServicesCodeVersions: 'همه نسخه‌های یک شناسنامه از تازه به کهنه، با تغییرهای هر یک',
  postServicesCodeVersions: 'انتشار پیش‌نویس شناسنامه به عنوان نسخه بعدی',
  getServicesCodeDraft: 'شناسنامه در دست تهیه، و آنچه هنوز کم دارد',
  putServicesCodeDraft: 'نگهداری شناسنامه در دست تهیه، هرچند ناتمام',
  postUploads: 'آغاز بارگذاری فایلی که با قطع ارتباط از دست نمی‌رود',
  patchUploadsId: 'فرستادن ادامه فایل',
  deleteUploadsId: 'انصراف از بارگذاری',
  getUploadsId: 'فایل تا کجا رسیده و چیست',
  putUploadsIdSeal:
    'اعلام پایان فایلی که اندازه آن گفته نشده بود؛ گونه آن بررسی و اثر انگشت آن نگهداری می‌شود',
  postCases: 'ثبت درخواست، یا ثبت درخواستی که با پست، از دفتر پیشخوان یا حضوری رسیده است',
  getCases: 'درخواست‌های خود شخص؛ برای برنامه‌ها و با authority، کارتابل واحدهای دستگاه',
  getCasesId: 'یک درخواست با پیشینه، ساعت، مدارک و کسانی که آن را دیده‌اند',
  getCasesIdReceipt: 'رسید درخواست چنان که صادر شده است، با هر آنچه پس از آن بر درخواست گذشته باشد',
  getTrackingCode: 'وضع درخواست یک کد رهگیری، بی‌آنکه نامی از افراد آن بیاید',
  postCasesIdReturn: 'برگشت درخواست برای همه کاستی‌ها یک‌جا؛ ساعت می‌ایستد',
  postCasesIdSteps: 'ورود به گامی از فرایند اعلام‌شده',
  postCasesIdVisits: 'ثبت مراجعه حضوری متقاضی',
  postCasesIdDecision: 'تصمیم درباره درخواست، از سوی دارنده پستی که شناسنامه نام برده است',
  postCasesIdReopening: 'بازگشودن درخواست پایان‌یافته',
  postCasesIdResubmission: 'بازفرستادن درخواست برگشت‌خورده؛ ساعت ادامه می‌یابد',
  postCasesIdWithdrawal: 'انصراف از درخواست',
  postCasesIdAssignment: 'واگذاری درخواست به کارشناسی از همان واحد، یا برگشت آن به صف واحد',
  postCaseAssignments: 'واگذاری تا ۲۰۰ درخواست به یک کارشناس؛ هر یک جداگانه',
  postCasesIdDocuments: 'افزودن مدرک: فایلی که بارگذاری شده، یا فایلی کوچک به صورت base64',
  getCasesIdDocuments: 'مدارک درخواست، و آنچه هنوز نرسیده است',
  getCasesIdClock: 'ساعت وعده با شرح آن، با اطلاعات اکنون یا اطلاعات زمانی در گذشته',
  getCasesIdDocumentsDocument: 'محتوای یک مدرک، برای متقاضی و واحدی که درخواست نزد آن است',
  getDrafts: 'پیش‌نویس‌های خود شخص از تازه به کهنه',
  postDrafts: 'آغاز پیش‌نویس',
  getDraftsId: 'یک پیش‌نویس با فایل‌های آن',
  putDraftsId: 'بازنویسی پیش‌نویس؛ درباره محتوای آن داوری نمی‌شود',
  deleteDraftsId: 'انصراف از پیش‌نویس و فایل‌های آن',
  getPromises: 'هر بند توافق‌نامه‌ها با وضعیت، عدد، ماه و رویدادهای آن',
  getLogLogEntriesIndexProof: 'فایل اثبات یک برگ آشکار دفتر عمومی (tlog-proof)',
  getReceiptsId: 'رسید یک رویداد در قالب tlog-proof که هر کس بی‌نیاز از شبکه می‌سنجد'
}
