package ee.sild.platform.problem;

/** The caller's credentials are missing or no longer valid. Becomes a 401 problem. */
public class SignInFailed extends ApiException {

    public SignInFailed(String code) {
        super(code, null);
    }
}
