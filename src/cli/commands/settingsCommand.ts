/** `settings LOG`: what a log was set to hold besides; each is off unless somebody switched it on. */
import { OPT_INS, type OptIn } from '../../core/log.ts'
import { isSwitchedOn, switchOptIn } from '../../core/optIns.ts'
import type { Command } from '../command.ts'
import { LOCK_OPTION } from '../keyOptions.ts'
import { withLog } from '../vault.ts'
import { vaultValue } from '../vaultFailure.ts'

const ON_OFF = ['on', 'off'] as const

export const settingsCommand: Command = {
  spec: {
    positionals: ['LOG'],
    options: {
      ...LOCK_OPTION,
      ...Object.fromEntries(OPT_INS.map((optIn) => [optIn, { type: 'string' as const }])),
    },
  },
  run: async (invocation, output) => {
    const asked = OPT_INS.flatMap((optIn): (readonly [OptIn, boolean])[] => {
      const choice = invocation.choice(optIn, ON_OFF)
      return choice === undefined ? [] : [[optIn, choice === 'on']]
    })
    await withLog(invocation, asked.length === 0 ? 'read' : 'write', async (session) => {
      if (asked.length > 0) {
        const update = session.update((log) => {
          for (const [optIn, isOn] of asked) Reflect.set(log, 'meta', switchOptIn(log.meta, optIn, isOn))
        })
        vaultValue(await update)
      }
      const settings = Object.fromEntries(
        OPT_INS.map((optIn) => [optIn, isSwitchedOn(session.data.meta, optIn)]),
      )
      if (invocation.flag('json')) return output.document(settings)
      for (const [name, isOn] of Object.entries(settings)) output.line(`${name}: ${isOn ? 'on' : 'off'}`)
    })
  },
}
