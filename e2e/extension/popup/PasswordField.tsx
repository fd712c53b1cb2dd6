export const PasswordField = ({ label }: { label: string }) => (
  <label>
    {label}
    <input name="password" type="password" autoComplete="off" required />
  </label>
)
