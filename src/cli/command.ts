/** What a command is: its arguments, and a function that runs it and throws a {@link CliFailure} when it cannot. */
import type { CommandSpec, Invocation } from './invocation.ts'
import type { Output } from './output.ts'

export interface Command {
  readonly spec: CommandSpec
  /** `--json` of the common options means machine output; false where the command uses the word itself. */
  readonly hasJsonFlag?: boolean
  /** `--json` takes a file, and stands for machine output when none follows. */
  readonly jsonMayBeBare?: boolean
  run(invocation: Invocation, output: Output): Promise<void>
}
