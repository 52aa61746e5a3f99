package ee.sild.identity.account;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Codes for a user who has lost the authenticator app. Each works once; they are shown only once. */
public record RecoveryCodesView(
        @Schema(examples = "[\"k3xq-8m2p-w7ra\", \"b5tn-2hfe-9jsd\"]")
        List<String> recoveryCodes) {}
