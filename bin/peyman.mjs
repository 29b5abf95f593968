#!/usr/bin/env node
// The command `peyman`, from any folder, under any Node >= 20.
import { install, runProgram } from './setup.mjs'

install()
runProgram(process.argv.slice(2))
