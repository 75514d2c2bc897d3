// The mark of the house: a balance in level.

export const Mark = () => (
  <svg viewBox="0 0 40 40" width="26" height="26" aria-hidden="true" className="mark">
    <path d="M20 5v27M11 34h18M6 11h28" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
    <path d="M2 23a5 5 0 0 0 10 0L7 12zM28 23a5 5 0 0 0 10 0l-5-11z" fill="currentColor" />
  </svg>
)
