// The second factor: time-based one-time codes (RFC 6238), six digits, thirty seconds.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const stepSeconds = 30

function codeAt(secret: Uint8Array, counter: number): string {
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(BigInt(counter))
  const mac = createHmac('sha1', secret).update(message).digest()
  const offset = mac[19]! & 0xf
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** Accepts the code of this half minute and of its two neighbours, for clocks that are a little off. */
export function verifyCode(secret: Uint8Array, code: string, now: number = Date.now()): boolean {
  if (!/^\d{6}$/.test(code)) return false
  const counter = Math.floor(now / 1000 / stepSeconds)
  return [0, -1, 1].some((near) => timingSafeEqual(Buffer.from(codeAt(secret, counter + near)), Buffer.from(code)))
}

export const newSecret = (): Buffer => randomBytes(20)

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The address that an authenticator reads from a QR code. */
export function enrolmentAddress(secret: Uint8Array, account: string): string {
  const bits = [...secret].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const text = (bits.match(/.{1,5}/g) ?? []).map((five) => base32[parseInt(five.padEnd(5, '0'), 2)]).join('')
  return `otpauth://totp/Zhiheng:${encodeURIComponent(account)}?secret=${text}&issuer=Zhiheng&algorithm=SHA1&digits=6&period=30`
}
