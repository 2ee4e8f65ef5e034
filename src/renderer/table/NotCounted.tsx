/** Says above a picture how many records of the table it does not count, since another one stands for them. */
import { useText } from '../text.ts'

export function NotCounted({ count }: { readonly count: number }) {
  const t = useText()
  return count === 0 ? null : (
    <p className="screen__note" role="note">
      {t('views.stoodFor', { count })}
    </p>
  )
}
