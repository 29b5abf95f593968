// The same island for the saved copy, built as one script that loads nothing.
import './verify.ts'
