// The browser that tests open the off-line page with: the one that the package registry carries.
import { chromium, type Browser } from 'playwright-core'

/** `CHROMIUM` names another browser to use. */
export async function openBrowser(): Promise<Browser> {
  // The package brings its own libraries only where it believes to be in that cloud.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  const { default: packed } = await import('@sparticuz/chromium')
  const executablePath = process.env.CHROMIUM ?? await packed.executablePath()
  // Not the package's own arguments: one process for all pages dies with the first page, and they switch web security off.
  return chromium.launch({ executablePath, args: ['--no-sandbox'], headless: true })
}
