// Sending a file with its progress, which only the older interface of the browser tells.
import { headersNow, Refused, Unreachable, type Problem } from './api.ts'

export interface Upload {
  readonly path: string
  readonly file: File
  /** Share sent, 0 to 1; the server works when it is 1. */
  readonly progress: (share: number) => void
  readonly as?: 'json' | 'blob'
  readonly signal?: AbortSignal
}

function refusalIn(request: XMLHttpRequest, body: string): Error {
  try {
    return new Refused(JSON.parse(body) as Problem)
  } catch {
    return new Unreachable(String(request.status))
  }
}

export function upload<T>({ path, file, progress, as = 'json', signal }: Upload): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.responseType = as === 'blob' ? 'blob' : 'text'
    for (const [name, value] of Object.entries(headersNow())) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => progress(event.lengthComputable ? event.loaded / event.total : 0)
    request.upload.onload = () => progress(1)
    request.onerror = () => reject(new Unreachable(path))
    signal?.addEventListener('abort', () => request.abort())
    request.onload = async () => {
      if (request.status < 300) return resolve((as === 'blob' ? request.response : JSON.parse(request.response as string)) as T)
      const body = as === 'blob' ? await (request.response as Blob).text() : (request.response as string)
      reject(refusalIn(request, body))
    }
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}

/** Gives a file to the reader. */
export function handOver(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
