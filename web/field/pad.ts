// A frame in which somebody signs with a finger or a pen; what is drawn becomes a PNG.

export interface Pad {
  readonly element: HTMLElement
  /** The picture, or null where nobody has signed. */
  picture(): Promise<Blob | null>
  clear(): void
}

export function pad(title: string, hint: string, clearing: string): Pad {
  const element = document.createElement('div')
  element.className = 'pad'
  const canvas = document.createElement('canvas')
  canvas.width = 900
  canvas.height = 360
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', `${title} · ${hint}`)
  const note = document.createElement('p')
  note.className = 'hint'
  note.textContent = hint
  const again = document.createElement('button')
  again.type = 'button'
  again.className = 'quiet'
  again.textContent = clearing
  again.setAttribute('aria-label', `${clearing} · ${title}`)
  element.append(note, canvas, again)
  const pen = canvas.getContext('2d')!
  let signed = false
  const clear = (): void => {
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    signed = false
  }
  const at = (event: PointerEvent): [number, number] => {
    const frame = canvas.getBoundingClientRect()
    return [((event.clientX - frame.left) / frame.width) * canvas.width, ((event.clientY - frame.top) / frame.height) * canvas.height]
  }
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId)
    Object.assign(pen, { strokeStyle: '#10202c', lineWidth: 6, lineCap: 'round', lineJoin: 'round' })
    pen.beginPath()
    pen.moveTo(...at(event))
  })
  canvas.addEventListener('pointermove', (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return
    pen.lineTo(...at(event))
    pen.stroke()
    signed = true
  })
  again.addEventListener('click', clear)
  clear()
  return {
    element,
    clear,
    picture: () => (signed ? new Promise((resolve) => canvas.toBlob(resolve, 'image/png')) : Promise.resolve(null)),
  }
}
