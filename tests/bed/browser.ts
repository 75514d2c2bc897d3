// The browser of the suite: the Chromium that the package registry carries, with a Chinese font, so that no machine needs one.
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const require = createRequire(import.meta.url)

/** A font configuration that names the fonts of the package and what the machine has. */
async function fonts(): Promise<string> {
  const folder = join(tmpdir(), 'zhiheng-fonts')
  await mkdir(folder, { recursive: true })
  const font = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'))
  const bold = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'))
  const file = join(folder, 'fonts.conf')
  const dirs = [font, bold, '/usr/share/fonts']
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs.map((dir) => `<dir>${dir}</dir>`).join('')}<cachedir>${folder}/cache</cachedir></fontconfig>`,
  )
  return file
}

/** Where the browser lies, unpacked at the first time. `CHROMIUM` names another one to use. */
export async function unpackedBrowser(): Promise<string> {
  // The package brings its own libraries only where it believes to be in that cloud.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x'
  const { default: packed } = await import('@sparticuz/chromium')
  return process.env['CHROMIUM'] ?? (await packed.executablePath())
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = await unpackedBrowser()
  // Not the package's own arguments: one process for all pages dies with the first page, and they switch web security off.
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox'],
    headless: true,
    env: { ...process.env, FONTCONFIG_FILE: await fonts() } as Record<string, string>,
  })
}
