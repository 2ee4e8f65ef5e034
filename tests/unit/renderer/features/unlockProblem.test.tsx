/** What can be done where a log does not open, beside what was wrong with it. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type AppError, appError } from '../../../../src/core/appError.ts'
import { UnlockProblem } from '../../../../src/renderer/features/unlock/UnlockProblem.tsx'
import { createLanguage } from '../../../../src/renderer/text.ts'

const { t } = createLanguage('en')
const ignore = () => undefined

function draw(problem: AppError): string {
  return renderToStaticMarkup(
    <UnlockProblem
      unlocking={{ problem, wasCancelled: false }}
      onOpenOther={ignore}
      onRescue={ignore}
      onOpenSo={ignore}
    />,
  )
}

test('a disk that cannot read a part of the file: where, another copy, and a rescue', () => {
  const drawn = draw(appError('vault/unreadable', { at: 16384 }))
  expect(drawn).toContain(t('errors.vault/unreadable'))
  expect(drawn).toContain(t('unlock.damaged.at', { at: '16,384' }))
  expect(drawn).toContain(t('unlock.damaged.openBackup'))
  expect(drawn).toContain(t('unlock.rescue.offer'))
})

test('no rescue is offered where the passphrase was wrong', () => {
  expect(draw(appError('vault/wrong-passphrase'))).not.toContain(t('unlock.rescue.offer'))
})
