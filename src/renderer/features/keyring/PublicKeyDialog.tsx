/** A public key to hand on or to compare: as text, by its fingerprint, and as a QR code. */
import { fingerprint } from '../../../core/keyring/fingerprint.ts'
import { copyText } from '../../copyText.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { showToast } from '../../ui/Toast.tsx'
import type { AnyKey } from './keyRows.ts'
import { QrCode } from './QrCode.tsx'

export function PublicKeyDialog({
  shown,
  onClose,
}: {
  readonly shown: AnyKey
  readonly onClose: () => void
}) {
  const t = useText()
  const { name, publicKey, use } = shown
  const copy = async () => {
    const done = await copyText(publicKey)
    showToast({ text: t(done ? 'keyring.public.copied' : 'keyring.public.copyFailed') })
  }
  return (
    <Dialog title={t('keyring.public.title', { name })} onClose={onClose}>
      <p>
        {t(
          use === 'sign'
            ? 'keyring.public.sign'
            : use === 'open'
              ? 'keyring.public.open'
              : 'keyring.public.theirs',
        )}
      </p>
      <div className="public-key">
        <dl className="public-key__facts">
          <dt>{t('keyring.public.text')}</dt>
          <dd className="public-key__text" dir="ltr">
            {publicKey}
          </dd>
          <dt>{t('keyring.public.fingerprint')}</dt>
          <dd className="public-key__text" dir="ltr">
            {fingerprint(publicKey)}
          </dd>
          <dd className="settings__lead">{t('keyring.public.fingerprintHelp')}</dd>
        </dl>
        <QrCode text={publicKey} label={t('keyring.public.qr')} />
      </div>
      <div className="toolbar">
        <Button onPress={() => void copy()}>{t('keyring.public.copy')}</Button>
      </div>
    </Dialog>
  )
}
