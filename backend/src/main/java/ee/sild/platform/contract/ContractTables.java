package ee.sild.platform.contract;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import ee.sild.platform.http.csv.CsvWriter;

/** The lists of the contract that can also be read as CSV. */
final class ContractTables {

    private ContractTables() {}

    private static boolean isCsv(APIResponse answer) {
        return answer.getContent() != null && answer.getContent().hasMediaType(CsvWriter.TYPE);
    }

    static void describe(APIResponse answer) {
        if (isCsv(answer)) {
            answer.getContent()
                    .getMediaType(CsvWriter.TYPE)
                    .setSchema(OASFactory.createSchema().ref("Csv"));
        }
    }
}
