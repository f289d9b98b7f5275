// Sign-in.
const SignInPage = () => null
export default SignInPage
