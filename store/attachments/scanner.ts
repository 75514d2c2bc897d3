// A place for a virus scanner: it sees a file's bytes while they pass and says at the end what it found. None is configured.

export interface Scanner {
  begin(): {
    take(chunk: Buffer): Promise<void>
    /** Name of what was found, or null. */
    end(): Promise<string | null>
  }
}
