/**
 * What a reader can check of a file alone: its signature, and of a brief as JSON, of its places (GeoJSON) or its reviews
 * of claims (ClaimReview) whether it has the published form and the one canonical spelling. Says what was checked, and what was not.
 */
import { BRIEF_FORMAT } from '../../core/redaction/briefData.ts'
import { parseBriefData } from '../briefVersions.ts'
import { canonicalJson, type JsonValue } from '../canonicalJson.ts'
import { ownJsonForm } from '../gate/ownForms.ts'
import { keyIdText, type MinisignPublicKey } from './minisignKey.ts'
import { parseSignature, type SignatureError, verifyBytes } from './minisignSignature.ts'

export interface BriefCheck {
  readonly what: 'signature' | 'schema' | 'canonical-form'
  readonly passed: boolean
  /** Why it did not pass. */
  readonly code?: SignatureError | 'signature/no-key' | FormError
  /** Of a signature: the key id it names, which anybody can write; who signed is known only when it passed. */
  readonly keyId?: string
  /** Of a signature: its trusted comment; told only when it passed. */
  readonly trustedComment?: string
}

type FormError =
  | 'brief/not-in-schema'
  | 'brief/not-canonical'
  /** Of a version that this Daybook does not read. */
  | 'reading/newer-version'
  | 'reading/older-version'

export interface VerifyRequest {
  readonly bytes: Uint8Array
  /** Text of the `.minisig` file; null when there is none. */
  readonly untrustedSignature: string | null
  /** Keys that may have signed; the one that the signature names is used. */
  readonly keys: readonly MinisignPublicKey[]
}

/** Every check that applies, none when there is nothing to check. The file is good when there are some and all passed. */
export async function verifyBrief({ bytes, untrustedSignature, keys }: VerifyRequest): Promise<BriefCheck[]> {
  const signature = untrustedSignature === null ? [] : [await signatureCheck(bytes, untrustedSignature, keys)]
  return [...signature, ...jsonChecks(bytes)]
}

async function signatureCheck(
  bytes: Uint8Array,
  untrustedSignature: string,
  keys: readonly MinisignPublicKey[],
): Promise<BriefCheck> {
  const what = 'signature'
  const parsed = parseSignature(untrustedSignature)
  if (parsed === null) return { what, passed: false, code: 'signature/unreadable' }
  const keyId = keyIdText(parsed)
  const [first] = keys
  if (first === undefined) return { what, passed: false, code: 'signature/no-key', keyId }
  const key = keys.find((each) => keyIdText(each) === keyId) ?? first
  const verified = await verifyBytes(bytes, untrustedSignature, key)
  return verified.ok
    ? { what, passed: true, keyId, trustedComment: verified.value.trustedComment }
    : { what, passed: false, code: verified.error, keyId }
}

/** Nothing for what is none of our forms of JSON: a PDF, or JSON of another format. */
function jsonChecks(bytes: Uint8Array): BriefCheck[] {
  const untrusted = parseJson(bytes)
  if (untrusted === null) return []
  if (untrusted.value.format !== BRIEF_FORMAT) return exportChecks(untrusted)
  const parsed = parseBriefData(untrusted.value)
  if (!parsed.ok) {
    const { code } = parsed.error
    return [
      {
        what: 'schema',
        passed: false,
        code: code === 'not-in-schema' ? 'brief/not-in-schema' : `reading/${code}`,
      },
    ]
  }
  return [{ what: 'schema', passed: true }, canonicalCheck(parsed.value.asWritten, untrusted.text)]
}

/** Of the forms that are made from a brief beside it. */
function exportChecks({ text, value }: Read): BriefCheck[] {
  const schema = ownJsonForm(value)
  if (schema === null) return []
  const parsed = schema.safeParse(value)
  if (!parsed.success) return [{ what: 'schema', passed: false, code: 'brief/not-in-schema' }]
  return [{ what: 'schema', passed: true }, canonicalCheck(parsed.data as JsonValue, text)]
}

function canonicalCheck(data: JsonValue, text: string): BriefCheck {
  return canonicalText(data) === text
    ? { what: 'canonical-form', passed: true }
    : { what: 'canonical-form', passed: false, code: 'brief/not-canonical' }
}

function canonicalText(data: JsonValue): string | null {
  try {
    return `${canonicalJson(data)}\n`
  } catch {
    return null
  }
}

interface Read {
  readonly text: string
  readonly value: Readonly<Record<string, unknown>>
}

function parseJson(bytes: Uint8Array): Read | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { text, value: { ...value } } : null
  } catch {
    return null
  }
}
