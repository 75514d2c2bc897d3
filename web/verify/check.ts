// The script of the off-line page: takes a seal from the address, the field or files, and shows the verdict.
import { openKeyHistory, statusOf, type KeyHistory } from '../../kernel/trust/key-history.ts'
import { readSeal } from '../../kernel/trust/seal.ts'
import { verifySealed } from '../../kernel/trust/seal-verdict.ts'
import { openStatusList } from '../../kernel/trust/status-list.ts'
import { fill, type Language, type Words } from '../../kernel/words.ts'
import { documentLanguage, type PageData } from './page-data.ts'
import { proofInPdf } from './proof-in-pdf.ts'
import { element, table } from './element.ts'
import { sentences, type SentenceName } from './sentences.ts'
import { colourOf, showVerdict } from './show-verdict.ts'

const data = JSON.parse(document.getElementById('data')?.textContent ?? '') as PageData
const state = {
  language: data.language, history: data.keyHistory, statusLists: [...(data.statusLists ?? [])], seal: '', notices: [] as Words[],
}

const inLanguage = (text: Words): string =>
  state.language === 'en' ? text.en : state.language === 'hant' ? data.traditional[text.zh] ?? text.zh : text.zh
/** Into the reader's language first, then filled: values are never translated. */
const say = (text: Words, values: Readonly<Record<string, string>> = {}): string => {
  const sentence = inLanguage(text)
  return fill({ zh: sentence, en: sentence }, values).zh
}

const part = <Kind extends HTMLElement>(id: string): Kind => document.getElementById(id) as Kind
const field = part<HTMLTextAreaElement>('seal')
const result = part<HTMLElement>('result')

function show(): void {
  document.documentElement.lang = documentLanguage[state.language]
  document.title = `${say(sentences.title)} · ${say(data.keyHistory.title)}`
  part('platform').textContent = say(data.keyHistory.title)
  for (const place of document.querySelectorAll<HTMLElement>('[data-say]')) {
    place.textContent = say(sentences[place.dataset.say as SentenceName])
  }
  showLanguages()
  part('key-list').replaceChildren(...keysOf(state.history))
  result.hidden = state.seal === '' && state.notices.length === 0
  const notices = state.notices.map((notice) => element('p', { class: 'notice' }, say(notice)))
  if (state.seal === '') {
    result.className = ''
    result.replaceChildren(...notices)
    return
  }
  const verdict = verifySealed(state.seal, { history: state.history, statusLists: state.statusLists, now: new Date().toISOString() })
  result.className = colourOf(verdict.verdict)
  result.replaceChildren(...notices, ...showVerdict(verdict, { say, issuer: state.history.title, titles: data.titles ?? {} }))
}

const languageNames: [Language, string][] = [['zh', '简体'], ['hant', '繁體'], ['en', 'English']]

function showLanguages(): void {
  const group = part('languages')
  group.setAttribute('aria-label', say(sentences.language))
  if (group.childElementCount === 0) {
    group.append(...languageNames.map(([language, name]) => {
      const button = element('button', { type: 'button', lang: documentLanguage[language] }, name)
      button.addEventListener('click', () => {
        state.language = language
        show()
      })
      return button
    }))
  }
  languageNames.forEach(([language], at) => group.children[at]?.setAttribute('aria-pressed', String(language === state.language)))
}

function keysOf(history: KeyHistory): HTMLElement[] {
  const rows = history.keys.map((key) => [key.keyId, say(sentences[key.use]), say(sentences[statusOf(key)]), key.validFrom.slice(0, 10)])
  const heads = [sentences.keyId, sentences.use, sentences.state, sentences.from].map((text) => say(text))
  const revision = say(sentences.revision, { revision: String(history.revision), day: history.issuedOn.slice(0, 10) })
  return [table({ heads, rows, caption: revision })]
}

/** Proofs and lists are small; a larger file is a mistake. */
const mostBytes = 20_000_000

async function takeFile(file: File): Promise<void> {
  if (file.size > mostBytes) {
    state.notices.push(sentences.tooLarge)
    return
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const isPdf = new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-'
  const text = (isPdf ? proofInPdf(bytes) ?? '%PDF' : new TextDecoder().decode(bytes)).trim()
  if (openStatusList(text, state.history)) {
    state.statusLists.push(text)
    state.notices.push(fill(sentences.listsTaken, { count: state.statusLists.length }))
    return
  }
  const history = openKeyHistory(text, state.history)
  if (history) {
    state.history = history
    state.notices.push(fill(sentences.historyTaken, { revision: history.revision }))
  } else if (jwsPattern.test(text) && !readSeal(text)) {
    state.notices.push(sentences.listRefused)
  } else {
    state.seal = text
  }
}

/** Three parts: a signed list or key notice that was not accepted, unless it is a seal. */
const jwsPattern = /^[\w-]+\.[\w-]+\.[\w-]+$/

function start(): void {
  part<HTMLFormElement>('form').addEventListener('submit', (event) => {
    event.preventDefault()
    state.notices = []
    state.seal = field.value.trim() || state.seal
    show()
    result.focus()
  })
  part<HTMLInputElement>('files').addEventListener('change', async (event) => {
    state.notices = []
    const files = [...((event.target as HTMLInputElement).files ?? [])]
    for (const file of files) await takeFile(file)
    show()
    result.focus()
  })
  const fromAddress = (): void => {
    if (location.hash.length > 1) {
      state.seal = location.hash.slice(1)
      field.value = state.seal
    }
    show()
  }
  addEventListener('hashchange', fromAddress)
  fromAddress()
}

start()
