import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { briefJson } from '../../../src/brief/briefJson.ts'
import { briefJsonSchema, briefSchemaText } from '../../../src/brief/briefSchema.ts'
import type { BriefData } from '../../../src/core/redaction/briefData.ts'
import { sampleBrief } from './sampleBrief.ts'

const PUBLISHED = path.resolve(import.meta.dirname, '../../../docs/format/brief-v1.schema.json')
const text = (data: BriefData) => new TextDecoder().decode(briefJson(data))

describe('briefJson', () => {
  it('is one line of UTF-8 with one newline at the end, and the same every time', () => {
    const once = text(sampleBrief('ar'))
    expect(once).toMatch(/^\{[^\n]*\}\n$/)
    expect(text(sampleBrief('ar'))).toBe(once)
    expect(JSON.parse(once)).toEqual(sampleBrief('ar'))
  })

  it('writes no field that the schema does not name', () => {
    const more = { ...sampleBrief(), remarks: 'kept back' } as BriefData
    expect(() => briefJson(more)).toThrow()
  })
})

describe('the published schema', () => {
  it('is the one of the code', () => {
    // To write it anew: put what briefSchemaText() returns into the file.
    expect(readFileSync(PUBLISHED, 'utf8')).toBe(briefSchemaText())
  })

  it('accepts every brief and refuses a row with a field more or less', () => {
    const validate = new Ajv2020({ strict: true, validateFormats: false }).compile(briefJsonSchema())
    const value: unknown = JSON.parse(text(sampleBrief()))
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true)
    const { title: _, ...less } = value as Record<string, unknown>
    expect(validate(less)).toBe(false)
    expect(validate({ ...(value as object), name: 'x' })).toBe(false)
  })
})
