/** Hands a text to the browser as a file of this name. */
export function download(name: string, text: string, type = 'text/plain;charset=utf-8') {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
