/** The list of keys. */
import type { MessageKey } from '../../shared/i18n/catalogue.ts'
import { SCREENS } from '../navigation.ts'
import { useText } from '../text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { keysOnPlatform } from './shortcuts.ts'

interface KeyLine {
  readonly does: MessageKey
  /** Any of these; keys pressed together are joined by a blank. */
  readonly keys: readonly string[]
}
interface KeyGroup {
  readonly title: MessageKey
  readonly lines: readonly KeyLine[]
}

const GROUPS: readonly KeyGroup[] = [
  {
    title: 'shell.keys.anywhere',
    lines: [
      { does: 'search.title', keys: ['Ctrl K'] },
      { does: 'shell.keys.search', keys: ['/'] },
      { does: 'shell.keys.new', keys: ['n'] },
      { does: 'shell.keys.undo', keys: ['Ctrl Z'] },
      { does: 'shell.keys.redo', keys: ['Ctrl Shift Z', 'Ctrl Y'] },
      { does: 'shell.keys.sections', keys: ['Ctrl 1 … 9', `Ctrl Shift 1 … ${SCREENS.length - 9}`] },
      { does: 'shell.keys.lock', keys: ['Ctrl L'] },
      { does: 'shell.keys.close', keys: ['Esc'] },
      { does: 'shell.keys.help', keys: ['?'] },
      { does: 'shell.keys.guide', keys: ['F1'] },
    ],
  },
  {
    title: 'shell.keys.table',
    lines: [
      { does: 'shell.keys.move', keys: ['↑ ↓ ← →'] },
      { does: 'shell.keys.page', keys: ['PageUp', 'PageDown'] },
      { does: 'shell.keys.ends', keys: ['Ctrl Home', 'Ctrl End'] },
      { does: 'shell.keys.row', keys: ['Home', 'End'] },
      { does: 'shell.keys.open', keys: ['Enter'] },
      { does: 'shell.keys.table.preview', keys: ['Space', 'Esc'] },
      { does: 'shell.keys.table.edit', keys: ['F2', 'Tab', 'Esc'] },
      { does: 'shell.keys.select', keys: ['Shift Space', 'Shift ↑ ↓'] },
      { does: 'shell.keys.selectAll', keys: ['Ctrl A'] },
      { does: 'shell.keys.sort', keys: ['Enter', 'Shift Enter'] },
      { does: 'shell.keys.delete', keys: ['Delete'] },
      { does: 'shell.keys.table.copy', keys: ['Ctrl C'] },
      { does: 'shell.keys.table.menu', keys: ['Alt ↓'] },
      { does: 'shell.keys.table.width', keys: ['Shift ← →'] },
      { does: 'shell.keys.table.move', keys: ['Ctrl Shift ← →'] },
      { does: 'shell.keys.table.group', keys: ['← →', 'Enter', 'Space'] },
      { does: 'shell.keys.table.groups', keys: ['Shift ← →'] },
    ],
  },
  {
    title: 'shell.keys.form',
    lines: [
      { does: 'shell.keys.save', keys: ['Ctrl S', 'Enter'] },
      { does: 'records.saveAndNew', keys: ['Ctrl Enter'] },
      { does: 'claims.alike.key', keys: ['l'] },
      { does: 'forms.keys.moveRow', keys: ['Alt Shift ↑', 'Alt Shift ↓'] },
    ],
  },
  {
    title: 'shell.keys.claims',
    lines: [
      { does: 'shell.keys.claims.cards', keys: ['↑ ↓ ← →', 'PageUp', 'PageDown', 'Home', 'End'] },
      { does: 'shell.keys.claims.open', keys: ['Enter'] },
      { does: 'shell.keys.claims.assess', keys: ['m'] },
      { does: 'shell.keys.claims.filter', keys: ['/'] },
      { does: 'shell.keys.claims.day', keys: ['d'] },
      { does: 'shell.keys.claims.dayStep', keys: ['↑', '↓'] },
      { does: 'shell.keys.claims.superseded', keys: ['s'] },
      { does: 'shell.keys.claims.edit', keys: ['e'] },
      { does: 'shell.keys.claims.zoom', keys: ['+', '-', '0'] },
    ],
  },
  {
    title: 'shell.keys.pictures',
    lines: [
      { does: 'shell.keys.pictures.move', keys: ['↑ ↓ ← →'] },
      { does: 'shell.keys.pictures.zoom', keys: ['+', '-', '0'] },
      { does: 'shell.keys.pictures.ends', keys: ['Home', 'End'] },
      { does: 'shell.keys.pictures.marks', keys: ['j', 'k', 'Enter'] },
    ],
  },
  {
    title: 'shell.keys.brief',
    lines: [
      { does: 'shell.keys.brief.move', keys: ['↑ ↓', 'PageUp', 'PageDown', 'Home', 'End'] },
      { does: 'shell.keys.brief.tick', keys: ['Space', 'Enter'] },
      { does: 'shell.keys.brief.read', keys: ['j', 'k', 'a', 'x', 'm', 'o', 'u'] },
    ],
  },
]

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  return (
    <Dialog title={t('shell.keys.title')} size="wide" isText isDismissable onClose={onClose}>
      <div className="keys">
        {GROUPS.map((group) => (
          <section key={group.title}>
            <h3>{t(group.title)}</h3>
            <dl>
              {group.lines.map((line) => (
                <div key={line.does} className="keys__line">
                  <dt>{t(line.does)}</dt>
                  <dd dir="ltr">
                    {line.keys.map((combination) => (
                      <span key={combination} className="keys__combination">
                        {keysOnPlatform(combination, navigator.platform).map((key) => (
                          <kbd key={key}>{key}</kbd>
                        ))}
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
