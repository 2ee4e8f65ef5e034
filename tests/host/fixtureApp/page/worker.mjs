self.onmessage = async (event) => {
  const response = await fetch('/echo', { method: 'POST', body: 'from a worker' })
  self.postMessage({
    doubled: event.data * 2,
    body: await response.text(),
    header: response.headers.get('x-fixture'),
  })
}
