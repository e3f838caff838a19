export const RegisterPage = (_: object) => null
