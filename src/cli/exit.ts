/** How a command ends (cli.md): the code is for scripts, the first line on stderr is `daybook: <code>: sentence`. */

/** `interrupted` is what shells use for Ctrl-C: 128 and the number of the signal. */
export const EXIT = {
  done: 0,
  refused: 1,
  usage: 2,
  vault: 3,
  file: 4,
  defect: 70,
  interrupted: 130,
} as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** A foreseen end of a command that is not success. Anything else that is thrown is a defect of ours. */
export class CliFailure extends Error {
  readonly code: string
  readonly exit: ExitCode
  /** Further lines for stderr. */
  readonly details: readonly string[]

  /** @param sentence what happened and what to do, in English. */
  constructor(exit: ExitCode, code: string, sentence: string, details: readonly string[] = []) {
    super(sentence)
    this.code = code
    this.exit = exit
    this.details = details
  }
}

export const usage = (code: string, sentence: string): CliFailure =>
  new CliFailure(EXIT.usage, code, sentence)
