// The data folder has one owner at a time, and a command works through the server that holds it.
import { spawn } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askRunning, DataFolderInUse, openDataFolder, type DataFolder, type Message } from './data-folder.ts'

const root = join(import.meta.dirname, '../..')
let parent = ''
const taken: DataFolder[] = []

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'zhiheng-folder-'))
})

afterEach(async () => {
  for (const folder of taken.splice(0)) await folder.release()
  await rm(parent, { recursive: true, force: true })
})

async function take(path: string): Promise<DataFolder> {
  const folder = await openDataFolder(path)
  taken.push(folder)
  return folder
}

/** A process that takes the folder and waits; resolves with what it said once it has the folder or was refused. */
function other(path: string): Promise<{ readonly said: string; kill(): Promise<void> }> {
  const program = `import { openDataFolder } from './store/embedded/data-folder.ts'
openDataFolder(${JSON.stringify(path)}).then(() => { console.log('taken'); setInterval(() => {}, 1000) }, (error) => console.log(String(error.exitCode)))`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { cwd: root })
  const exit = new Promise<void>((done) => child.once('exit', () => done()))
  return new Promise((resolve) => {
    child.stdout.once('data', (text: Buffer) =>
      resolve({
        said: text.toString().trim(),
        kill: () => {
          child.kill('SIGKILL')
          return exit
        },
      }),
    )
  })
}

const long = (): string => join(parent, 'a-folder-with-a-long-name'.repeat(3), 'and-another-one'.repeat(5))

describe('one owner', () => {
  it('a second process is told that the folder is in use, with exit code 75', async () => {
    await take(join(parent, 'data'))
    await expect(openDataFolder(join(parent, 'data'))).rejects.toBeInstanceOf(DataFolderInUse)
    expect((await other(join(parent, 'data'))).said).toBe('75')
  })
  it('a folder whose owner was killed can be taken at once', async () => {
    const path = join(parent, 'data')
    const killed = await other(path)
    expect(killed.said).toBe('taken')
    await expect(openDataFolder(path)).rejects.toMatchObject({ exitCode: 75 })
    await killed.kill()
    expect((await take(path)).path).toBe(path)
  })
  it('of eight who come at the same moment to the folder of a killed owner, one gets it', async () => {
    const path = join(parent, 'data')
    await (await other(path)).kill()
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => take(path)))
    expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  })
  it('a released folder can be taken again', async () => {
    const path = join(parent, 'data')
    await (await openDataFolder(path)).release()
    await take(path)
  })
  it('holds for a path longer than a socket may have', async () => {
    const path = long()
    expect(path.length).toBeGreaterThan(108)
    const folder = await take(path)
    folder.serve(() => Promise.resolve('here'))
    await expect(openDataFolder(path)).rejects.toMatchObject({ exitCode: 75 })
    expect(await askRunning(path, { command: 'where', args: {} }, () => undefined)).toEqual({ result: 'here' })
  })
  it('is closed to every other user', async () => {
    await take(join(parent, 'data'))
    expect((await stat(join(parent, 'data'))).mode & 0o067).toBe(0)
    expect((await stat(join(parent, 'data', 'zhiheng.sock'))).mode & 0o022).toBe(0)
  })
})

describe('commands through the owner', () => {
  const request = { command: 'verify', args: { deep: true } }
  it('finds nobody where no server runs', async () => {
    expect(await askRunning(join(parent, 'none'), request, () => undefined)).toBeNull()
  })
  it('hears progress and lines, then the result', async () => {
    const folder = await take(join(parent, 'data'))
    folder.serve((asked, tell) => {
      tell({ progress: { done: 1, of: 2, what: 'entries' } })
      tell({ line: '第一行' })
      return Promise.resolve({ asked })
    })
    const heard: Message[] = []
    expect(await askRunning(folder.path, request, (message) => heard.push(message))).toEqual({ result: { asked: request } })
    expect(heard).toEqual([{ progress: { done: 1, of: 2, what: 'entries' } }, { line: '第一行' }])
  })
  it('is refused with code and remedy, and a broken request harms nobody', async () => {
    const folder = await take(join(parent, 'data'))
    folder.serve(() => Promise.reject(Object.assign(new Error('no'), { code: 'usage', remedy: { en: 'ask otherwise' } })))
    await expect(askRunning(folder.path, request, () => undefined)).rejects.toMatchObject({ code: 'usage', remedy: 'ask otherwise' })
    await expect(askRunning(folder.path, null as never, () => undefined)).rejects.toMatchObject({ code: 'usage' })
    await expect(openDataFolder(folder.path)).rejects.toMatchObject({ exitCode: 75 })
  })
  it('is told to wait while the server starts, and that the server went when it stops', async () => {
    const folder = await take(join(parent, 'data'))
    await expect(askRunning(folder.path, request, () => undefined)).rejects.toMatchObject({ code: 'starting' })
    let begun = () => undefined as void
    const asked = new Promise<void>((done) => (begun = done))
    folder.serve(() => {
      begun()
      return new Promise(() => undefined)
    })
    const waiting = expect(askRunning(folder.path, request, () => undefined)).rejects.toThrow(/closed the connection/)
    await asked
    await folder.release()
    taken.length = 0
    await waiting
  })
})
