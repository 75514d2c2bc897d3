// What the lock file promises: engines, install scripts, whole binary families, licences.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'

const require = createRequire(import.meta.url)
const { satisfies } = require('semver') as { satisfies(version: string, range: string): boolean }

interface Locked {
  readonly version: string
  readonly integrity?: string
  readonly resolved?: string
  readonly license?: string
  readonly engines?: { readonly node?: string }
  readonly hasInstallScript?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
const json = <T>(path: string): T => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')) as T
const lock = json<{ packages: Readonly<Record<string, Locked>> }>('package-lock.json').packages
const manifest = json<{
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  allowScripts: Record<string, boolean>
}>('package.json')
const entries = Object.entries(lock).filter(([path]) => path !== '')
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

describe('the lock file', () => {
  it.each(['20.19.0', '20.20.2', '24.0.0', '24.21.0'])('holds nothing that Node %s would refuse', (version) => {
    const refused = entries.filter(([, { engines }]) => engines?.node !== undefined && !satisfies(version, engines.node))
    expect(refused.map(([path, { engines }]) => `${path} wants ${engines?.node}`)).toEqual([])
  })
  it('names every install script, and allows none', () => {
    const scripted = entries.filter(([, entry]) => entry.hasInstallScript).map(([path]) => nameOf(path))
    expect([...new Set(scripted)].sort()).toEqual(Object.keys(manifest.allowScripts).sort())
    expect(Object.values(manifest.allowScripts).filter(Boolean)).toEqual([])
  })
  it('has the binaries of every platform, so that a lock made here installs elsewhere', () => {
    const lacking = entries.flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !lock[`${path}/node_modules/${name}`] && !lock[`node_modules/${name}`])
        .map((name) => `${path} lacks ${name}`),
    )
    expect(lacking).toEqual([])
  })
  it('checks the contents of every package and names no place to fetch it from', () => {
    expect(entries.filter(([, entry]) => !entry.integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([])
    expect(entries.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([])
  })
  it('holds only licences that may stand beside Apache-2.0', () => {
    const open = /^(MIT|ISC|0BSD|BSD|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|OFL-1\.1|BlueOak-1\.0\.0|Unlicense|Zlib)$/
    // Said in its readme and not in its manifest.
    const elsewhere: Readonly<Record<string, string>> = { 'png-js': 'MIT' }
    const fits = (licence: string): boolean => {
      const bare = licence.replace(/^\(|\)$/g, '')
      if (bare.includes(' OR ')) return bare.split(' OR ').some((one) => fits(one.trim()))
      return bare.split(' AND ').every((one) => open.test(one.trim()))
    }
    expect(entries.filter(([path, { license }]) => !fits(license ?? elsewhere[nameOf(path)] ?? 'none')).map(([path, { license }]) => `${path}: ${license}`)).toEqual([])
  })
})

describe('the manifest', () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies }
  it('pins every version exactly', () => {
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  })
})
