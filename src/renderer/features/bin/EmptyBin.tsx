/** Empties the bin for good: says first what goes and what it cannot reach. */
import { useState } from 'react'
import { daybook } from '../../bridge.ts'
import { errorText } from '../../errorText.ts'
import { answerOfSave } from '../../saveTrouble.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { announce } from '../../ui/LiveRegion.tsx'

export interface EmptyBinProps {
  readonly count: number
  /** Called with what there is to say afterwards; null when all went well. */
  readonly onDone: (warning: string | null) => void
}

export function EmptyBin({ count, onDone }: EmptyBinProps) {
  const t = useText()
  /** How many records were asked about: the bin may be empty before the file is written anew. */
  const [asked, setAsked] = useState<number | null>(null)
  const [isWorking, setWorking] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const close = () => {
    if (isWorking) return
    setAsked(null)
    setFailure(null)
  }
  const empty = async () => {
    if (isWorking) return
    setWorking(true)
    setFailure(null)
    const reply = await answerOfSave(daybook().binEmpty({ ids: null }), {
      owner: 'emptyBin',
      what: null,
      retry: null,
    })
    setWorking(false)
    if (!reply.ok) return setFailure(errorText(t, reply.error))
    setAsked(null)
    const { removed, isCleared } = reply.value
    announce(t('bin.emptyAll.done', { count: removed }))
    onDone(isCleared || removed === 0 ? null : t('bin.emptyAll.notCleared'))
  }
  return (
    <>
      {count === 0 ? null : (
        <Button icon="bin" onPress={() => setAsked(count)}>
          {t('bin.emptyAll.action')}
        </Button>
      )}
      {asked === null ? null : (
        <Dialog
          title={t('bin.emptyAll.title')}
          role="alertdialog"
          onClose={close}
          footer={
            <>
              <Button autoFocus isDisabled={isWorking} onPress={close}>
                {t('shell.dialog.cancel')}
              </Button>
              <Button variant="danger" isDisabled={isWorking} onPress={() => void empty()}>
                {t('bin.emptyAll.confirm')}
              </Button>
            </>
          }
        >
          {failure === null ? null : <Banner kind="error">{failure}</Banner>}
          <p>{t('bin.emptyAll.body', { count: asked })}</p>
          <p>{t('bin.emptyAll.unreached')}</p>
          {isWorking ? <p role="status">{t('bin.emptyAll.working')}</p> : null}
        </Dialog>
      )}
    </>
  )
}
