// Commands that a running server carries out for the CLI, by the socket in the data folder.
import type { CommandHandler } from '../store/embedded/data-folder.ts'
import type { Work } from '../store/work.ts'
import type { Zhiheng } from '../zhiheng.ts'
import { runCommand } from './run-command.ts'

export const commands =
  (zhiheng: Zhiheng, work: Work): CommandHandler =>
  async (request, tell) => {
    await work.settled()
    return runCommand(zhiheng, request, tell)
  }
