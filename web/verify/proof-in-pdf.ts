// Finds the proof that a PDF of ours carries as an attached file (ISO 32000-1 §7.11.4), without reading the rest of the PDF.
import { Unzlib } from 'fflate'

const marker = '"zhiheng-seal/1"'
/** A proof is a few kilobytes; a stream that unfolds to more is something else or an attack. */
const mostBytes = 2_000_000

/** The text of the proof, or null when no attached file is one. */
export function proofInPdf(bytes: Uint8Array): string | null {
  // One character a byte, so that places in the text are places in the bytes.
  const text = new TextDecoder('latin1').decode(bytes)
  const starts = /stream\r?\n/g
  for (let match = starts.exec(text); match; match = starts.exec(text)) {
    const from = match.index + match[0].length
    const end = text.indexOf('endstream', from)
    if (end < 0) return null
    const packed = bytes.subarray(from, end)
    const found = [packed, unpacked(packed)].map(asProof).find((one) => one !== null)
    if (found) return found
    starts.lastIndex = end + 'endstream'.length
  }
  return null
}

function asProof(bytes: Uint8Array | null): string | null {
  if (!bytes || bytes[0] !== 0x7b) return null
  const text = new TextDecoder().decode(bytes).trimEnd()
  return text.includes(marker) ? text : null
}

/** Null when the stream is not FlateDecode or too large. */
function unpacked(bytes: Uint8Array): Uint8Array | null {
  const chunks: Uint8Array[] = []
  let length = 0
  const unpack = new Unzlib((chunk) => {
    length += chunk.length
    if (length > mostBytes) throw new RangeError('This is no proof.')
    chunks.push(chunk)
  })
  try {
    for (let at = 0; at < bytes.length; at += 4096) {
      unpack.push(bytes.subarray(at, at + 4096), at + 4096 >= bytes.length)
      // Nearly every stream shows at once that it is no JSON.
      if (chunks[0] !== undefined && chunks[0].length > 0 && chunks[0][0] !== 0x7b) return null
    }
  } catch {
    if (length === 0 || length > mostBytes) return null
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
