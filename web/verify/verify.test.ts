// The off-line page in a real browser, opened as a file with the network cut.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rotated, sealKeyHistory, type KeyHistory, type KeyUse } from '../../kernel/trust/key-history.ts'
import { seal, type SealedProof, type SealRequest } from '../../kernel/trust/seal.ts'
import { newPrivateKey, softwareSigner, type Signer } from '../../kernel/trust/signature.ts'
import { sealStatusList } from '../../kernel/trust/status-list.ts'
import { bundleScript, traditionalSentences } from './bundle.ts'
import { openBrowser } from './browser.ts'
import { verifyPage } from './page.ts'
import { proofInPdf } from './proof-in-pdf.ts'

const [root, signer, next, log] = [newPrivateKey('ES256'), newPrivateKey('ES256'), newPrivateKey('ES256'), newPrivateKey('Ed25519')]
  .map(softwareSigner) as [Signer, Signer, Signer, Signer]
const from = '2026-01-01T00:00:00.000Z'
const published = (use: KeyUse, { keyId, publicKey }: Signer) => ({ keyId, use, publicKey, validFrom: from })
const keyHistory: KeyHistory = {
  issuer: 'demo', title: { zh: '河北质量平台（演示）', en: 'Quality platform of Hebei (demonstration)' },
  site: 'https://quality.example', origin: 'quality.example/log',
  revision: 1, issuedOn: from,
  keys: [published('root', root), published('seal', signer), published('log', log)],
}
const request: SealRequest = {
  kind: 'complaints.receipt', number: 'TS13010020260001', title: '质量投诉回执',
  content: { 编号: 'TS13010020260001', 被投诉人: '示例商行<script>', 处理: { 状态: '已受理' } },
  facts: [['收到日期', '2026-03-02'], ['被投诉人', '示例商行']], issuedOn: '2026-03-02T02:00:00.000Z', status: { list: 1, index: 4711 },
}
const statusList = (withdrawn: number[], validFrom: string): Promise<string> =>
  sealStatusList({ id: 'https://quality.example/status-lists/1', validFrom, withdrawn }, 'demo', signer)

let folder: string, browser: Browser, page: Page, address: string, proof: SealedProof

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-'))
  proof = await seal(request, { issuer: 'demo', signer })
  const html = verifyPage({
    keyHistory, language: 'zh', script: await bundleScript(), traditional: traditionalSentences([keyHistory.title.zh]),
    titles: { 'complaints.receipt': { zh: '质量投诉回执', en: 'Receipt of a quality complaint' } },
    statusLists: [await statusList([1], '2026-03-10T00:00:00.000Z')],
  })
  await writeFile(join(folder, 'verify.html'), html)
  address = pathToFileURL(join(folder, 'verify.html')).href
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true })
})

async function opened(fragment = '', size = { width: 360, height: 740 }): Promise<{ page: Page; faults: string[] }> {
  await page?.context().close()
  const context = await browser.newContext({ viewport: size, offline: true })
  page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()) })
  page.on('request', (asked) => { if (!asked.url().startsWith('file:')) faults.push(asked.url()) })
  await page.goto(address + fragment)
  return { page, faults }
}
const result = (): Promise<string> => page.locator('#result').innerText()

async function give(...files: { name: string; text: string | Buffer }[]): Promise<string> {
  const mimeType = 'application/octet-stream'
  await page.locator('#files').setInputFiles(files.map(({ name, text }) => ({ name, mimeType, buffer: Buffer.from(text) })))
  await page.waitForFunction(() => document.activeElement?.id === 'result')
  return result()
}

describe('the off-line page', () => {
  it('says of a scanned QR that the signature is good and as of when the status is known', async () => {
    const { faults } = await opened(`#${proof.signature}`)
    const said = await result()
    for (const part of ['签名有效。', '状态：截至2026-03-10 08:00（北京时间）未被撤回。', 'TS13010020260001', '示例商行', '质量投诉回执', '仅核验二维码所载摘要']) {
      expect(said).toContain(part)
    }
    expect(faults).toEqual([])
  })
  it('speaks Simplified, Traditional and English, and tells the screen reader so', async () => {
    await opened(`#${proof.signature}`)
    await page.getByRole('button', { name: '繁體' }).click()
    expect(await result()).toContain('簽名有效。')
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant')
    await page.getByRole('button', { name: 'English' }).click()
    expect(await result()).toContain('Status: not withdrawn as of 2026-03-10 08:00 (Beijing time).')
    expect(await result()).toContain('Receipt of a quality complaint')
    expect(await page.title()).toBe('Off-line verification · Quality platform of Hebei (demonstration)')
    expect(await page.getByRole('button', { name: 'English' }).getAttribute('aria-pressed')).toBe('true')
  })
  it('checks a pasted address, and refuses a changed one without showing what it claims', async () => {
    await opened()
    expect(await page.locator('#result').isHidden()).toBe(true)
    await page.getByLabel('二维码中的网址、签章文字或证明文件的内容').fill(`https://quality.example/verify#${proof.signature}`)
    await page.getByRole('button', { name: '核验' }).click()
    expect(await result()).toContain('签名有效。')
    await page.locator('#seal').fill(proof.signature.slice(0, -6) + 'AAAAAA')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await result()).toContain('签名无效')
    expect(await result()).not.toContain('示例商行')
  })
  it('opens a proof file, shows all its content as text and notices a changed one', async () => {
    const { faults } = await opened()
    const said = await give({ name: 'proof.json', text: JSON.stringify(proof) })
    expect(said).toContain('内容：与签名一致。')
    expect(said).toContain('示例商行<script>')
    expect(said).toContain('处理 · 状态')
    const changed = await give({ name: 'proof.json', text: JSON.stringify({ ...proof, content: { 编号: '别的' } }) })
    expect(changed).toContain('所附内容与签名不符')
    expect(changed).not.toContain('别的')
    expect(faults).toEqual([])
  })
  it('takes a newer status list and key notice from files, and no forged ones', async () => {
    await opened(`#${proof.signature}`)
    expect(await give({ name: 'status.jws', text: await statusList([4711], '2026-04-01T00:00:00.000Z') })).toContain('签名有效，但此件已被撤回。')
    await opened()
    const later = rotated(keyHistory, 'seal', next.publicKey, '2026-04-01T00:00:00.000Z')
    const fresh = await seal({ ...request, issuedOn: '2026-04-02T00:00:00.000Z' }, { issuer: 'demo', signer: next })
    expect(await give({ name: 'proof.json', text: JSON.stringify(fresh) })).toContain('不在本平台公布的密钥之列')
    expect(await give({ name: 'keys.jws', text: await sealKeyHistory(later, signer) })).toContain('未采用')
    const notice = { name: 'keys.jws', text: await sealKeyHistory(later, root) }
    const said = await give(notice, { name: 'proof.json', text: JSON.stringify(fresh) })
    expect(said).toContain('已采用第2版密钥公告。')
    expect(said).toContain('签名有效。')
  })
  it('finds the proof that a PDF document carries', async () => {
    const pdf = await pdfWith(proof)
    expect(JSON.parse(proofInPdf(new Uint8Array(pdf)) ?? 'null')).toEqual(proof)
    await opened()
    expect(await give({ name: 'receipt.pdf', text: Buffer.from(pdf) })).toContain('内容：与签名一致。')
    expect(await give({ name: 'other.pdf', text: '%PDF-1.7 nothing' })).toContain('无法识别')
  })
  it('fits 360 px and has no violation that axe can find, in any of the languages and outcomes', async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    for (const fragment of ['', `#${proof.signature}`, '#nonsense']) {
      await opened(fragment)
      await page.locator('summary').click()
      for (const language of ['简体', '繁體', 'English']) {
        await page.getByRole('button', { name: language }).click()
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
        const found = await page.evaluate(
          `${axe}; axe.run().then((report) => report.violations.map((one) => one.id + ' ' + one.nodes[0].html))`)
        expect(found).toEqual([])
      }
    }
  })
  it('weighs less than 150 KB whole and names no other host to load from', () => {
    const html = readFileSync(join(folder, 'verify.html'), 'utf8')
    expect(Buffer.byteLength(html)).toBeLessThan(150_000)
    expect(html).toContain("default-src 'none'")
    expect(html).not.toMatch(/(?:src|href)="/)
  })
})

interface PdfMaker {
  setFonts(fonts: object): void
  setLocalAccessPolicy(policy: () => boolean): void
  setUrlAccessPolicy(policy: () => boolean): void
  createPdf(document: object): { getBuffer(): Promise<Uint8Array> }
}

/** A document as the house makes them, with the proof attached. */
function pdfWith(attached: SealedProof): Promise<Uint8Array> {
  const require = createRequire(import.meta.url)
  const maker = require('pdfmake') as PdfMaker
  const font = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')
  maker.setFonts({ Noto: { normal: font } })
  maker.setLocalAccessPolicy(() => true)
  maker.setUrlAccessPolicy(() => false)
  const src = `data:application/json;base64,${Buffer.from(JSON.stringify(attached)).toString('base64')}`
  return maker.createPdf({ content: ['回执'], defaultStyle: { font: 'Noto' }, files: { proof: { src, name: 'proof.json' } } }).getBuffer()
}
