/** Why the chosen log could not be opened: what is so, that the file was left as it was, and what can be done now. */
import { useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import { isMessageKey } from '../../../shared/i18n/catalogue.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { errorText } from '../../errorText.ts'
import { type Language, useLanguage } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { inUseDetail } from './inUseDetail.ts'
import { mayBeGone, TakeOverDialog } from './TakeOverDialog.tsx'
import type { Unlocking } from './useUnlocking.ts'

/** How to open it, where the plain way was refused. */
export type OpeningWay = Omit<Input<'log.unlock'>, 'passphrase'>

export interface UnlockProblemProps {
  readonly unlocking: Pick<Unlocking, 'problem' | 'wasCancelled'>
  readonly onOpenOther: () => void
  readonly onRescue: () => void
  /** Tries once more with what was typed, in another way. */
  readonly onOpenSo: (way: OpeningWay) => void
}

/** What a rescue can help against. */
const RESCUABLE: ReadonlySet<string> = new Set(['vault/damaged', 'vault/unreadable', 'vault/invalid-content'])
/** What keeps a log from being written, and not from being read. */
const READABLE: ReadonlySet<string> = new Set(['vault/in-use', 'disk/read-only', 'disk/full'])

/** Can the log still be opened for reading only? */
export function isReadable({ code }: AppError): boolean {
  return READABLE.has(code)
}

export function UnlockProblem({ unlocking, onOpenOther, onRescue, onOpenSo }: UnlockProblemProps) {
  const language = useLanguage()
  const { t } = language
  const { problem, wasCancelled } = unlocking
  const [isAsking, setAsking] = useState(false)
  if (problem === null) return wasCancelled ? <Banner kind="info">{t('unlock.cancelled.text')}</Banner> : null
  const actions = RESCUABLE.has(problem.code) ? (
    <>
      <Button size="small" onPress={onOpenOther}>
        {t('unlock.damaged.openBackup')}
      </Button>
      <Button size="small" onPress={onRescue}>
        {t('unlock.rescue.offer')}
      </Button>
    </>
  ) : isReadable(problem) ? (
    <>
      <Button size="small" onPress={() => onOpenSo({ readOnly: true })}>
        {t('opening.readOnly.action')}
      </Button>
      {mayBeGone(problem) ? (
        <Button size="small" variant="quiet" onPress={() => setAsking(true)}>
          {t(
            problem.fields?.thisComputer === 'yes' ? 'opening.takeOver.offerHere' : 'opening.takeOver.offer',
          )}
        </Button>
      ) : null}
    </>
  ) : null
  const detail = problemDetail(problem, language)
  return (
    <Banner kind="error" {...(actions === null ? {} : { actions })}>
      <p>{errorText(t, problem)}</p>
      {detail === null ? null : <p>{detail}</p>}
      {RESCUABLE.has(problem.code) ? (
        <p>
          <small>
            {t('opening.problem.code')} <code dir="ltr">{problemCode(problem)}</code>
          </small>
        </p>
      ) : null}
      {isAsking ? (
        <TakeOverDialog
          holder={problem}
          onTakeOver={(lockId) => {
            setAsking(false)
            onOpenSo({ takeOver: lockId })
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Banner>
  )
}

/** For whoever is asked for help: the code as the command line prints it, what is damaged, and at which byte. */
export function problemCode({ code, fields }: AppError): string {
  const { where, at } = fields ?? {}
  const parts = [where, at === undefined ? undefined : `@${at}`].filter((part) => part !== undefined)
  return [code, ...parts].join(' ')
}

/** Where the damage is, or who holds the log since when; null when there is no more to say. */
export function problemDetail({ code, fields }: AppError, language: Language): string | null {
  const { t, locale } = language
  if (code === 'vault/damaged' || code === 'vault/unreadable') {
    const key = `unlock.damaged.where.${fields?.where}`
    const where = isMessageKey(key) ? t(key) : null
    const at =
      typeof fields?.at === 'number'
        ? t('unlock.damaged.at', { at: new Intl.NumberFormat(locale).format(fields.at) })
        : null
    return [where, at].filter((part) => part !== null).join(' ') || null
  }
  return code === 'vault/in-use' ? inUseDetail(fields, language) : null
}
