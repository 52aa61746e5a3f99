package ee.sild.platform.contract;

import java.util.List;

import org.eclipse.microprofile.openapi.models.OpenAPI;

import ee.sild.platform.Language;

/** Lists the supported languages in the contract. */
final class ContractLanguages {

    private ContractLanguages() {}

    static void list(OpenAPI api) {
        List<Object> codes =
                Language.supported().stream().<Object>map(Language::code).toList();
        api.getComponents().getSchemas().get("Language").setEnumeration(codes);
    }
}
