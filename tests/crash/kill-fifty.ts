// Kills the server or its PostgreSQL fifty times while clients act and import: `node --import tsx tests/crash/kill-fifty.ts [rounds]`.
import { killRounds } from './rounds.ts'

const told = await killRounds(Number(process.argv[2] ?? 50), (line) => process.stdout.write(`${line}\n`))
process.stdout.write(`${JSON.stringify(told, null, 2)}\n`)
process.exitCode = told.broken.length === 0 ? 0 : 1
