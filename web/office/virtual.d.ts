// The module that the build makes.
declare module 'virtual:traditional' {
  const wording: Readonly<Record<string, string>>
  export default wording
}
declare module '*.css'
