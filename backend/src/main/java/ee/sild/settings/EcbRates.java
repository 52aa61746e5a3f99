package ee.sild.settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;

/**
 * A file of the European Central Bank with its reference rates: the units of each currency per euro, by day. The bank
 * publishes them as XML (the last day, or 90 days) and as CSV (the last day, or all days since 1999).
 */
final class EcbRates {

    private static final int MOST_DAYS = 20_000;
    private static final DateTimeFormatter DAY_IN_WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final NavigableMap<LocalDate, Map<String, BigDecimal>> days = new TreeMap<>();

    private EcbRates() {}

    /** The rates in the file; an {@link IllegalArgumentException} if it is not one of the bank's. */
    static EcbRates of(byte[] file) {
        var rates = new EcbRates();
        try {
            if (isXml(file)) {
                rates.readXml(file);
            } else {
                rates.readCsv(file);
            }
        } catch (IOException | XMLStreamException | DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("Not a file with reference rates", e);
        }
        if (rates.days.isEmpty()) {
            throw new IllegalArgumentException("No rates in the file");
        }
        return rates;
    }

    /** The rates of each day, in the order of the days. */
    NavigableMap<LocalDate, Map<String, BigDecimal>> days() {
        return days;
    }

    private static boolean isXml(byte[] file) {
        for (byte one : file) {
            if (one == '<') {
                return true;
            }
            // White space and a byte order mark may come first.
            if (one > ' ') {
                return false;
            }
        }
        return false;
    }

    private void readXml(byte[] file) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var reader = factory.createXMLStreamReader(new ByteArrayInputStream(file));
        LocalDate day = null;
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("Cube")) {
                String time = reader.getAttributeValue(null, "time");
                String currency = reader.getAttributeValue(null, "currency");
                if (time != null) {
                    day = LocalDate.parse(time);
                }
                if (currency != null) {
                    add(day, currency, reader.getAttributeValue(null, "rate"));
                }
            }
        }
    }

    private void readCsv(byte[] file) throws IOException {
        MappingIterator<String[]> rows = new CsvMapper()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .enable(CsvParser.Feature.TRIM_SPACES)
                .readerFor(String[].class)
                .readValues(file);
        List<String> currencies = new ArrayList<>();
        while (rows.hasNext()) {
            String[] row = rows.next();
            if (currencies.isEmpty()) {
                if (!row[0].replace("\uFEFF", "").equals("Date")) {
                    throw new IllegalArgumentException("The first column is not the date");
                }
                currencies.addAll(List.of(row));
            } else {
                var day = day(row[0]);
                for (int i = 1; i < Math.min(row.length, currencies.size()); i++) {
                    if (!row[i].isEmpty() && !row[i].equals("N/A")) {
                        add(day, currencies.get(i), row[i]);
                    }
                }
            }
        }
    }

    /** The file of the last day has it in words: 27 November 2026. */
    private static LocalDate day(String text) {
        return text.contains(" ") ? LocalDate.parse(text, DAY_IN_WORDS) : LocalDate.parse(text);
    }

    private void add(LocalDate day, String currency, String rate) {
        if (day == null || rate == null || !currency.matches("[A-Z]{3}") || !rate.matches("\\d{1,9}(\\.\\d{1,8})?")) {
            throw new IllegalArgumentException("Not a rate: " + currency);
        }
        var value = new BigDecimal(rate);
        if (value.signum() == 0 || days.size() > MOST_DAYS) {
            throw new IllegalArgumentException("Not a rate: " + currency);
        }
        days.computeIfAbsent(day, any -> new TreeMap<>()).put(currency, value);
    }
}
