/** A text as a QR code: dark on light in every theme, since cameras read it so. */
import { encode } from 'uqr'

const BORDER = 4

export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: BORDER })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" shapeRendering="crispEdges">
      <title>{label}</title>
      <path className="qr__paper" d={`M0 0h${size}v${size}h-${size}z`} />
      <path className="qr__ink" d={dark.join('')} />
    </svg>
  )
}
