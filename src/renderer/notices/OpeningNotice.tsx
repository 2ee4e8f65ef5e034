/** One thing that was noticed when the log was opened: what it is, what it may mean, what to do. */

import { daybook } from '../bridge.ts'
import { answerOf } from '../errorText.ts'
import { acceptLogState } from '../store.ts'
import { useText } from '../text.ts'
import { Banner } from '../ui/Banner.tsx'
import { giveFocusBack } from '../ui/focusHome.ts'
import { type CodeView, noticeWords } from './noticeWords.ts'

export function OpeningNotice({ notice }: { readonly notice: CodeView }) {
  const t = useText()
  const { kind, title, text } = noticeWords(t, notice)
  const dismiss = async () => {
    const reply = await answerOf(daybook().logDismissNotice({ code: notice.code }))
    if (!reply.ok) return
    acceptLogState(reply.value)
    // The button that had the focus is gone.
    requestAnimationFrame(() => giveFocusBack(null))
  }
  return (
    <Banner kind={kind} title={title} onClose={() => void dismiss()}>
      {text}
    </Banner>
  )
}
