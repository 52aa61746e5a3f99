package ee.sild.platform.contract;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import ee.sild.platform.problem.Problems;

/** A kind of failure: the name of its response in the contract, and what it means. */
record ContractFailure(String name, String meaning) {

    private static final Map<Integer, ContractFailure> FAILURES = Map.ofEntries(
            Map.entry(400, new ContractFailure("BadRequest", "The request cannot be read")),
            Map.entry(401, new ContractFailure("Unauthorized", "The caller is not authenticated")),
            Map.entry(403, new ContractFailure("Forbidden", "The caller is not allowed to do this")),
            Map.entry(404, new ContractFailure("NotFound", "The resource does not exist, or the caller cannot see it")),
            Map.entry(406, new ContractFailure("NotAcceptable", "No response has a type that `Accept` allows")),
            Map.entry(
                    409,
                    new ContractFailure(
                            "Conflict",
                            "The request conflicts with a rule, with the current state or with a concurrent change")),
            Map.entry(
                    412,
                    new ContractFailure(
                            "PreconditionFailed", "The resource has changed since the version given in `If-Match`")),
            Map.entry(
                    413,
                    new ContractFailure(
                            "ContentTooLarge", "The request body is too large: at most 1 MiB, or 15 MiB with a file")),
            Map.entry(414, new ContractFailure("TooLong", "The address is longer than 8 KiB")),
            Map.entry(
                    415, new ContractFailure("UnsupportedMediaType", "The operation does not read this type of body")),
            Map.entry(
                    422,
                    new ContractFailure(
                            "ValidationFailed", "The request is not valid; `errors` lists every invalid field")),
            Map.entry(428, new ContractFailure("PreconditionRequired", "`If-Match` is missing")),
            Map.entry(429, new ContractFailure("TooManyRequests", "The caller has sent too many requests")),
            Map.entry(
                    503,
                    new ContractFailure(
                            "Unavailable", "The database did not respond in time; nothing has been changed")));

    /** The failure with this status. */
    static ContractFailure of(int status) {
        return FAILURES.get(status);
    }

    APIResponse answer(Collection<String> codes) {
        String listed = codes.stream().map(code -> "`" + code + "`").collect(Collectors.joining(", "));
        return OASFactory.createAPIResponse()
                .description(meaning + ": " + listed)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problems.TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("Problem"))));
    }
}
