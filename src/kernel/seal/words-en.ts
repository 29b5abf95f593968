/**
 * 256 English words for a key on paper, in the order of the alphabet. Chosen for Peyman among the names of
 * everyday things that are spelled in one way. No two share their first four letters, and any two differ by
 * two letters or more. Words and order are part of the format: neither may ever change.
 */
export const englishWords: readonly string[] = `
  acorn anchor apple apron arrow bakery balloon bamboo banana barrel basket beaver bell
  berry bicycle blanket bottle bowl brick bridge broom bucket buffalo button cactus camel
  candle carpet carrot castle ceiling chair chalk cheese cherry chimney clock cloud clover
  coffee coin copper cotton crab crane cricket crown crystal cucumber curtain daisy deer
  desert diamond dolphin donkey door dragon dress drum duck eagle egg elbow elephant
  engine envelope eraser falcon feather fence finger fish flag flame flower flute forest
  fork fountain frog fruit garden gate giraffe glass globe goat gold goose grape guitar
  hammer hawk helmet hill honey hook horse hotel iceberg iron island ivory jacket jaguar
  jelly jewel jungle kettle kitchen kite kitten knife ladder lake lamp lantern leaf lemon
  letter lion magnet mango maple market meadow melon milk mint mirror moon motor mouse
  museum mushroom nail napkin necklace needle nest noodle nose oak octopus olive onion
  orange ostrich oven oyster paddle paint palace palm panda paper peach peanut pebble
  pencil penguin pepper piano pigeon pillow pine pizza planet plate plum pocket pond
  potato pumpkin puppet puzzle rabbit radio rain raisin ribbon rice ring river robin roof
  rope ruler salmon salt sand scarf school scissors shadow sheep shelf ship shirt shoe
  shovel silver snake snow soap sock sofa spider spoon spring squirrel stable star stone
  straw sugar sun sweater teapot temple tent thread thumb tiger tile toast tomato tongue
  tooth torch towel tractor tree trumpet trunk tulip tunnel turkey turtle umbrella valley
  velvet village vinegar violin wagon wallet walnut water wheat wheel whistle window yarn
  zebra
`
  .trim()
  .split(/\s+/)
