/** The words behind a question that is asked at several sizes; what a size counts is the question's own. */
import { parseArgs } from 'node:util'

export interface SizeOptions {
  /** In the order given. */
  readonly sizes: readonly number[]
  /** Rows as JSON on stdout instead of a table. */
  readonly json: boolean
  /** Few samples: to see that it runs, not how fast. */
  readonly quick: boolean
}

export interface SizeLimits {
  /** What `--n` is when nobody says, as it would be typed. */
  readonly usual: string
  readonly least: number
  readonly most: number
}

/** A reader of `--n`, `--quick` and `--json`; it throws an Error whose message is for people. */
export function sizeOptions({ usual, least, most }: SizeLimits): (args: readonly string[]) => SizeOptions {
  return (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        n: { type: 'string', default: usual },
        quick: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    })
    const sizes = values.n.split(',').map(Number)
    if (!sizes.every((n) => Number.isInteger(n) && n >= least && n <= most))
      throw new Error(`--n takes whole numbers from ${least} to ${most}`)
    return { sizes, json: values.json, quick: values.quick }
  }
}
