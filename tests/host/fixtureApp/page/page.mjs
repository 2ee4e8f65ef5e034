const status = document.querySelector('[role=status]')
const show = (value) => {
  status.textContent = typeof value === 'string' ? value : JSON.stringify(value)
}
window.fixture.onNotice(show)
document.querySelector('input').addEventListener('change', async (event) => {
  show(await window.fixture.sizes([...event.target.files]))
})
show('ready')
