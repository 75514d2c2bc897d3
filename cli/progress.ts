// Progress on a terminal: one bar that is redrawn; plain lines where the output is not a terminal.

import type { Message } from '../store/embedded/data-folder.ts'

/** How a command says how far it is; the server passes it on to the terminal. */
export type Tell = (message: Message) => void

export interface Progress {
  /** Begins a task of so many parts, 0 where nobody knows, and gives back the function that is told how many are done. */
  begin(what: string, of: number): (done: number) => void
  line(text: string): void
  end(): void
}

const width = 28

/** Draws on standard error, so that what a command prints can be piped. */
export function terminalProgress(quiet = false): Progress {
  const tty = process.stderr.isTTY && !quiet
  let open = false
  const close = () => {
    if (open) process.stderr.write('\n')
    open = false
  }
  return {
    begin(what, of) {
      close()
      if (!tty) {
        if (!quiet) process.stderr.write(`${what}: ${of}\n`)
        return () => undefined
      }
      if (of === 0)
        return (done) => {
          open = true
          process.stderr.write(`\r  ${done.toLocaleString('en').padStart(width)} ${what}   `)
        }
      let drawn = -1
      return (done) => {
        const share = done / of
        const filled = Math.round(share * width)
        if (filled === drawn) return
        drawn = filled
        open = true
        process.stderr.write(
          `\r  ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${String(Math.round(share * 100)).padStart(3)} % ${what}   `,
        )
        if (share >= 1) close()
      }
    },
    line(text) {
      close()
      if (!quiet) process.stderr.write(`${text}\n`)
    },
    end: close,
  }
}
