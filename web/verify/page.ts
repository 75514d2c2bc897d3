// 离线核验页: one HTML file that verifies sealed publications without any server, made from the published keys.
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { toBase64 } from '../../kernel/trust/base64.ts'
import type { Words } from '../../kernel/words.ts'
import { documentLanguage, type PageData } from './page-data.ts'
import { sentences, type SentenceName } from './sentences.ts'
import { style } from './style.ts'

export interface VerifyPage extends PageData {
  /** The bundled `check.ts`, made once at build time by `bundleScript()`. */
  readonly script: string
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
const inLanguage = (text: Words, { language, traditional }: PageData): string =>
  language === 'en' ? text.en : language === 'hant' ? traditional[text.zh] ?? text.zh : text.zh
const hashOf = (source: string): string => `'sha256-${toBase64(sha256(utf8ToBytes(source)))}'`

/** The whole page. It may run nothing but its own script and reach nothing at all. */
export function verifyPage({ script, ...data }: VerifyPage): string {
  const say = (name: SentenceName): string => `<span data-say="${name}">${escape(inLanguage(sentences[name], data))}</span>`
  const program = script.replaceAll('</script', '<\\/script')
  const policy = `default-src 'none'; script-src ${hashOf(program)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`
  const title = `${inLanguage(sentences.title, data)} · ${inLanguage(data.keyHistory.title, data)}`
  return `<!doctype html>
<html lang="${documentLanguage[data.language]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<p id="platform">${escape(inLanguage(data.keyHistory.title, data))}</p>
<h1>${say('title')}</h1>
<div role="group" id="languages"></div>
</header>
<main>
<p>${say('purpose')}</p>
<noscript><p class="notice">${escape(sentences.noScript.zh)} ${escape(sentences.noScript.en)}</p></noscript>
<section id="result" role="status" aria-live="polite" tabindex="-1" hidden></section>
<form id="form">
<label for="seal">${say('label')}</label>
<textarea id="seal" rows="4" spellcheck="false" autocomplete="off"></textarea>
<label for="files">${say('files')}</label>
<input type="file" id="files" multiple accept=".json,.jws,.jwt,.txt,.pdf">
<button type="submit">${say('verify')}</button>
</form>
<details id="keys"><summary>${say('keys')}</summary><div id="key-list"></div></details>
</main>
<footer><p>${say('save')}</p></footer>
<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script>${program}</script>
</body>
</html>
`
}
