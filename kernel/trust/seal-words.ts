// What a verdict on a sealed publication says to a reader, in words.
import { words, type Words } from '../words.ts'
import type { ContentFinding, KeyFinding, LogFinding, SealVerdict, SecondFinding, Verdict } from './seal-verdict.ts'

/** The headline: what the verdict is. */
export const verdictWords: Record<Verdict, Words> = {
  unreadable: words('无法识别：这不是本平台的签章公示。', 'Not readable: this is not a sealed publication of this platform.'),
  'bad signature': words('签名无效：内容或签名被改动，请勿采信。', 'Signature bad: content or signature was changed. Do not rely on it.'),
  'unknown key': words('签名密钥不在本平台公布的密钥之列，请勿采信。', 'The signing key is not among the keys this platform published. Do not rely on it.'),
  'key out of term': words('签发时间不在密钥的有效期内，请勿采信。', 'The date of signing is outside the key’s term. Do not rely on it.'),
  'signed after compromise': words('签名密钥已失窃，此件在失窃之后签署，请勿采信。',
    'The signing key was stolen and this was signed afterwards. Do not rely on it.'),
  'unproven before compromise': words(
    '签名密钥已失窃，且无日志证明此件在失窃之前签署，请勿采信；可向发布机关索取附日志证明的新件。',
    'The signing key was stolen and no log proof shows that this was signed before. Do not rely on it; ask for a copy with a proof.'),
  'content altered': words('签名真实，但所附内容与签名不符，请勿采信内容。',
    'The signature is genuine, but the content with it is not what was signed. Do not rely on the content.'),
  'bad log proof': words('签名有效，但日志证明不成立，请向发布机关核实。', 'Signature good, but the log proof does not hold. Ask the issuer.'),
  withdrawn: words('签名有效，但此件已被撤回。', 'Signature good, but this publication was withdrawn.'),
  'not yet valid': words('签名有效，但签发时间在将来，请检查本机时钟。', 'Signature good, but dated in the future. Check the clock of this device.'),
  expired: words('签名有效，但此件已过有效期。', 'Signature good, but its term has ended.'),
  good: words('签名有效。', 'Signature good.'),
}

const keyWords: Record<KeyFinding, Words> = {
  active: words('密钥：现行有效。', 'Key: in use.'),
  retired: words('密钥：签发时有效，现已正常退役。', 'Key: in its term when this was signed, since retired in order.'),
  'compromised, proven earlier': words('密钥：后来失窃；日志证明此件在失窃之前签署。', 'Key: stolen later; the log proves that this was signed before.'),
  compromised: words('密钥：已失窃。', 'Key: stolen.'),
  unknown: words('密钥：未知。', 'Key: unknown.'),
  'out of term': words('密钥：签发时不在有效期内。', 'Key: not in its term when this was signed.'),
}
const contentWords: Record<ContentFinding, Words> = {
  matches: words('内容：与签名一致。', 'Content: as signed.'),
  altered: words('内容：与签名不符。', 'Content: not as signed.'),
  'not given': words('内容：仅核验二维码所载摘要，完整内容见证明文件。', 'Content: only what the QR holds was checked; the proof file has all of it.'),
}
const logWords: Record<LogFinding, Words> = {
  proven: words('透明日志：已证明收录。', 'Transparency log: inclusion proven.'),
  absent: words('透明日志：未附证明。', 'Transparency log: no proof attached.'),
  bad: words('透明日志：所附证明不成立。', 'Transparency log: the proof attached does not hold.'),
}
const secondWords: Record<SecondFinding, Words | null> = {
  absent: null,
  good: words('第二签名(SM2)：有效。', 'Second signature (SM2): good.'),
  bad: words('第二签名(SM2)：无效。', 'Second signature (SM2): bad.'),
  'not checked': words('第二签名(SM2)：此处未核验。', 'Second signature (SM2): not checked here.'),
}

const statusWords = {
  'not withdrawn': words('状态：截至{asOf}（北京时间）未被撤回。', 'Status: not withdrawn as of {asOf} (Beijing time).'),
  withdrawn: words('状态：截至{asOf}（北京时间）已被撤回。', 'Status: withdrawn as of {asOf} (Beijing time).'),
  stale: words('状态：截至{asOf}（北京时间）未被撤回；该清单已过期，请取新清单。',
    'Status: not withdrawn as of {asOf} (Beijing time); that list is out of date, fetch a new one.'),
  'not asked': words('状态：未查询。签名不能说明此件之后是否被撤回，请联网或打开状态清单查询。',
    'Status: not known. A signature cannot say whether this was withdrawn since: look it up on-line or open a status list.'),
  'no list': words('状态：此类公示不设撤回清单。', 'Status: publications of this kind have no withdrawal list.'),
}

/** A sentence whose places are filled after it was put into the reader's language. */
export interface Sentence {
  readonly text: Words
  readonly values?: Readonly<Record<string, string>>
}

function statusSentence(status: NonNullable<SealVerdict['status']>): Sentence {
  if (!('asOf' in status)) return { text: statusWords[status.state] }
  const inShanghai = new Date(Date.parse(status.asOf) + 8 * 3_600_000).toISOString()
  const asOf = `${inShanghai.slice(0, 10)} ${inShanghai.slice(11, 16)}`
  return { text: statusWords[status.stale && status.state !== 'withdrawn' ? 'stale' : status.state], values: { asOf } }
}

/** The verdict in words: the headline, then a sentence for each finding, the status first. */
export function sayVerdict(verdict: SealVerdict): { headline: Words; findings: Sentence[] } {
  const texts = [
    verdict.key && keyWords[verdict.key], verdict.content && contentWords[verdict.content],
    verdict.log && logWords[verdict.log], verdict.second && secondWords[verdict.second],
  ]
  const status = verdict.status ? [statusSentence(verdict.status)] : []
  return { headline: verdictWords[verdict.verdict], findings: [...status, ...texts.flatMap((text) => (text ? [{ text }] : []))] }
}

/** Every sentence there is, for translation ahead of time. */
export const sealSentences: readonly Words[] =
  [verdictWords, keyWords, contentWords, logWords, secondWords, statusWords]
    .flatMap((table) => Object.values<Words | null>(table).filter((text) => text !== null))
