#!/usr/bin/env node
// The command `peyman`, from any folder, under any Node >= 20.
import { install, run } from './setup.mjs'

install()
run('src/main.ts', process.argv.slice(2))
