package ee.sild.platform.problem;

/** The proof of who is calling is missing or no longer good. Becomes a 401 problem. */
public class SignInFailed extends ApiException {

    public SignInFailed(String code) {
        super(code, null);
    }
}
