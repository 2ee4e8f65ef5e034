/** Ways to damage a log, and what became of each attempt to open it. */
import { FRAMES_OFFSET, PAGE_LENGTH } from '../../src/vault/format/layout.ts'
import { createRandom } from '../support/vault/random.ts'
import { type Attempt, attemptToOpen, frameStarts, type Subject, type Subjects } from './damageSubject.ts'

export interface DamageReport {
  readonly what: string
  attempts: number
  /** Outcome → how often. */
  readonly outcomes: Record<string, number>
  readonly broken: string[]
}

const ENOUGH = 20

/** Each length from `from` bytes before the end; with `step`, one in so many, beginning at `offset`. */
export async function truncateEverywhere(
  subject: Subject,
  from: number,
  step = 1,
  offset = 0,
): Promise<DamageReport> {
  const report = newReport(`${subject.name}: cut off at every ${step === 1 ? '' : `${step}th `}byte`)
  const start = Math.max(0, subject.bytes.length - from)
  for (let length = start + offset; length < subject.bytes.length; length += step) {
    await note(report, subject, subject.bytes.subarray(0, length), `cut off at ${length}`)
  }
  return report
}

/** Single bits anywhere; as many again in each page of the start and in the heads of frames. */
export async function flipBits(subject: Subject, flips: number, seed: number): Promise<DamageReport> {
  const report = newReport(`${subject.name}: one bit flipped`)
  const random = createRandom(seed)
  const starts = frameStarts(subject.bytes)
  for (let flip = 0; flip < flips; flip += 1) {
    const kind = flip % 8
    // Most flips land in frames; the small places get their share.
    const at =
      kind === 0
        ? random.below(FRAMES_OFFSET)
        : kind === 1
          ? 2 * PAGE_LENGTH + random.below(2) * PAGE_LENGTH + random.below(96)
          : kind === 2
            ? Math.min(random.pick(starts) + random.below(44), subject.bytes.length - 1)
            : random.below(subject.bytes.length)
    const bit = random.below(8)
    const bytes = Buffer.from(subject.bytes)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
    await note(report, subject, bytes, `bit ${bit} of byte ${at}`)
  }
  return report
}

/** Frames that are genuine and stand where they should not. */
export async function rearrange(subjects: Subjects): Promise<readonly DamageReport[]> {
  const reports: DamageReport[] = []
  for (const subject of [subjects.closed, subjects.open]) {
    for (const [what, bytes] of rearrangements(subject, subjects)) {
      const report = newReport(`${subject.name}: ${what}`)
      await note(report, subject, bytes, what)
      reports.push(report)
    }
  }
  return reports
}

function rearrangements(subject: Subject, { half, fork }: Subjects): readonly (readonly [string, Buffer])[] {
  const { bytes } = subject
  const starts = frameStarts(bytes)
  const count = starts.length - 1
  const startOf = (index: number) => starts[index] ?? bytes.length
  const frame = (index: number) => bytes.subarray(startOf(index), startOf(index + 1))
  const upTo = (index: number) => bytes.subarray(0, startOf(index))
  const from = (index: number) => bytes.subarray(startOf(index))
  const late = count - 5
  const early = count - 20
  const start = bytes.subarray(0, FRAMES_OFFSET)
  const forkStart = fork.subarray(0, FRAMES_OFFSET)
  // Behind the pages of the half-way copy the fork's frames are simply the fork: a history of its own, and whole.
  const isHalfWay = subject.bytes.subarray(0, FRAMES_OFFSET).equals(half.subarray(0, FRAMES_OFFSET))
  return [
    ...(isHalfWay
      ? []
      : [['the frames of a fork', Buffer.concat([start, fork.subarray(FRAMES_OFFSET)])] as const]),
    ['two late frames swapped', Buffer.concat([upTo(late), frame(late + 1), frame(late), from(late + 2)])],
    [
      'two early frames swapped',
      Buffer.concat([upTo(early), frame(early + 1), frame(early), from(early + 2)]),
    ],
    ['two chunks swapped with each other', Buffer.concat([upTo(0), frame(1), frame(0), from(2)])],
    ['a late frame removed', Buffer.concat([upTo(late), from(late + 1)])],
    ['an early frame removed', Buffer.concat([upTo(early), from(early + 1)])],
    ['the first frame removed', Buffer.concat([upTo(0), from(1)])],
    ['a late frame twice', Buffer.concat([upTo(late + 1), frame(late), from(late + 1)])],
    ['an early frame twice', Buffer.concat([upTo(early + 1), frame(early), from(early + 1)])],
    ['an old frame again at the end', Buffer.concat([bytes, frame(early)])],
    ['the last frame again at the end', Buffer.concat([bytes, frame(count - 1)])],
    ['the whole journal again at the end', Buffer.concat([bytes, from(early)])],
    ['random bytes at the end', Buffer.concat([bytes, createRandom(5).bytes(300)])],
    ['zeros at the end', Buffer.concat([bytes, Buffer.alloc(4096)])],
    ['frames of a fork at the end', Buffer.concat([bytes, fork.subarray(half.length)])],
    ['a fork from the middle of the journal on', Buffer.concat([upTo(late), fork.subarray(half.length)])],
    ['the pages of a fork', Buffer.concat([forkStart, bytes.subarray(FRAMES_OFFSET)])],
    [
      'one commit record of a fork',
      Buffer.concat([
        bytes.subarray(0, 2 * PAGE_LENGTH),
        fork.subarray(2 * PAGE_LENGTH, 3 * PAGE_LENGTH),
        bytes.subarray(3 * PAGE_LENGTH),
      ]),
    ],
    [
      'both superblocks zero',
      Buffer.concat([Buffer.alloc(2 * PAGE_LENGTH), bytes.subarray(2 * PAGE_LENGTH)]),
    ],
    ['one superblock zero', Buffer.concat([Buffer.alloc(PAGE_LENGTH), bytes.subarray(PAGE_LENGTH)])],
    [
      'both commit records zero',
      Buffer.concat([
        bytes.subarray(0, 2 * PAGE_LENGTH),
        Buffer.alloc(2 * PAGE_LENGTH),
        bytes.subarray(FRAMES_OFFSET),
      ]),
    ],
  ]
}

function newReport(what: string): DamageReport {
  return { what, attempts: 0, outcomes: {}, broken: [] }
}

async function note(report: DamageReport, subject: Subject, bytes: Buffer, what: string): Promise<void> {
  if (report.broken.length >= ENOUGH) return
  let attempt: Attempt
  try {
    attempt = await attemptToOpen(subject, bytes)
  } catch (thrown) {
    const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
    attempt = { outcome: 'threw', broken: message }
  }
  report.attempts += 1
  report.outcomes[attempt.outcome] = (report.outcomes[attempt.outcome] ?? 0) + 1
  if (attempt.broken !== null) report.broken.push(`${what}: ${attempt.broken}`)
}
