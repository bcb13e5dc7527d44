package org.protocolgate.study;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.BeanContext;
import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.Happened;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.SentFact;
import org.protocolgate.rulebook.Baseline;

/**
 * Fills a study with invented participants, each of whom departs from the baseline of the rules: levels of at most 40, of whom the
 * first was infused long ago and is cleared, some others were infused since, most wait for a planned infusion, some are held by a
 * drug, and some have left. The same number of participants gives the same study. They are written as recorded facts are, in chains
 * of the audit log, but without what follows from each of them: the first sweep finds that.
 */
public final class SyntheticStudy {

    /** How many have the same level. */
    public static final int OF_LEVEL = 40;

    private static final int AT_A_TIME = 100;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Actor COORDINATOR = new Actor("coordinator", "COORDINATOR");
    private static final Actor INVESTIGATOR = new Actor("investigator", "INVESTIGATOR");
    private static final LocalDate BASELINE = LocalDate.parse("2026-03-10");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final BigDecimal LOWEST = new BigDecimal("3.0e8");
    private static final BigDecimal STEP = new BigDecimal("100000");

    private final TransactionOperations<Connection> transactions;
    private final AuditLog audit;
    private final ParticipantBook participants;
    private final LevelBook levels;
    private final FactEntry entries;
    private final Facts facts;
    private final LocalDate today;

    /** @param today the day on which the participants are seen */
    public SyntheticStudy(BeanContext context, LocalDate today) {
        transactions = context.getBean(Argument.of(TransactionOperations.class, Connection.class));
        audit = context.getBean(AuditLog.class);
        participants = context.getBean(ParticipantBook.class);
        levels = context.getBean(LevelBook.class);
        entries = context.getBean(FactEntry.class);
        facts = context.getBean(Facts.class);
        this.today = today;
    }

    /** Opens the levels of so many participants, while nobody is in them who would have to be asked about again. */
    public void openLevels(int participants) throws RefusedException {
        for (int level = 0; level * OF_LEVEL < participants; level++) {
            open(level(level));
        }
    }

    /** Adds participants from one number up to another. */
    public void fill(int from, int to) throws RefusedException {
        ObjectNode person = (ObjectNode) Baseline.question("INFUSION").get("participant");
        person.remove("id");
        byte[] body = bytes(person.toString());
        for (int i = from; i < to; i++) {
            participants.put(code(i), body, COORDINATOR);
        }
        for (int i = from; i < to; i += AT_A_TIME) {
            int first = i;
            int last = Math.min(to, i + AT_A_TIME);
            transactions.executeWrite(status -> {
                for (int one = first; one < last; one++) {
                    record(code(one), factsOf(one));
                }
                return last;
            });
        }
    }

    private void open(BigDecimal level) throws RefusedException {
        String name = level.toString();
        String body = "{\"kind\": \"OPEN\", \"level\": \"" + name + "\", \"reason\": \"synthetic\"}";
        levels.decide(name, bytes(body), INVESTIGATOR, this::signature);
    }

    private void record(String code, String sent) {
        try {
            List<SentFact> read = SentFact.readAll(bytes(sent), entries.zone());
            UUID signature = signature(Digest.of(bytes(sent)));
            Chain chain = audit.hold(Chain.ofParticipant(code));
            List<KeptFact> kept = new ArrayList<>();
            List<Happened> happened = new ArrayList<>();
            for (SentFact fact : read) {
                KeptFact one = entries.kept(code, fact, chain, chain.next() + kept.size(), signature, INVESTIGATOR);
                kept.add(one);
                happened.add(FactEntry.recorded(one));
            }
            facts.saveAll(kept);
            audit.add(chain, INVESTIGATOR, happened);
        } catch (RefusedException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID signature(String digest) {
        UUID id = UUID.randomUUID();
        return transactions.executeWrite(status -> {
            try (PreparedStatement insert = status.getConnection()
                    .prepareStatement(
                            "insert into signature (id, token_hash, username, role, meaning, digest, signed_at,"
                                    + " expires_at) values (?, ?, 'investigator', 'INVESTIGATOR', 'synthetic', ?,"
                                    + " current_timestamp, current_timestamp)")) {
                insert.setObject(1, id);
                insert.setString(2, id.toString());
                insert.setString(3, digest);
                insert.executeUpdate();
            }
            return id;
        });
    }

    private String factsOf(int number) {
        Random random = new Random(number);
        int place = number % OF_LEVEL;
        boolean infused = place < OF_LEVEL / 5;
        int days = place == 0 ? -100 : infused ? -1 - random.nextInt(90) : 1 + random.nextInt(60);
        LocalDate infusion = today.plusDays(days);
        ObjectNode question = Baseline.question(infused ? "FOLLOW_UP" : "INFUSION");
        BigDecimal level = level(number / OF_LEVEL);
        Baseline.fact(question, "dose")
                .put("level", level.toString())
                .put("phase", "EXPANSION")
                .put("cohort", "A")
                .put("plannedCells", level.doubleValue());
        ArrayNode all = JSON.createArrayNode();
        question.get("facts").forEach(fact -> add((ObjectNode) fact, infusion, all));
        if (!infused) {
            milestone(all, "INFUSION_PLANNED", infusion);
        }
        if (!infused && place % 10 == 9) {
            milestone(all, "WITHDRAWN", today.minusDays(1));
        } else if (!infused && place % 4 == 3) {
            all.addObject()
                    .put("type", "drug")
                    .put("name", "baricitinib")
                    .put("start", "2025-06")
                    .put("end", today.minusDays(1 + random.nextInt(5)).toString());
        }
        return all.toString();
    }

    /** What would lie ahead has not been recorded yet, but for what is planned. */
    private void add(ObjectNode fact, LocalDate infusion, ArrayNode all) {
        String moved = DAY.matcher(fact.toString())
                .replaceAll(found -> LocalDate.parse(found.group())
                        .plusDays(ChronoUnit.DAYS.between(BASELINE, infusion))
                        .toString());
        try {
            ObjectNode shifted = (ObjectNode) JSON.readTree(moved);
            String on = shifted.path("on").asText(shifted.path("start").asText("")) + "-01-01";
            boolean ahead = LocalDate.parse(on.substring(0, 10)).isAfter(today);
            if (!ahead) {
                all.add(shifted);
            } else if (shifted.path("type").asText().equals("consent")) {
                all.add(shifted.put("on", today.minusDays(20).toString()));
            } else if (shifted.path("kind").asText().equals("SCREENING_STARTED")
                    || shifted.path("type").asText().equals("doseAssignment")) {
                all.add(shifted.put("on", today.minusDays(10).toString()));
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void milestone(ArrayNode all, String kind, LocalDate on) {
        all.addObject().put("type", "milestone").put("kind", kind).put("on", on.toString());
    }

    private static BigDecimal level(int number) {
        return LOWEST.add(STEP.multiply(BigDecimal.valueOf(number))).stripTrailingZeros();
    }

    public static String code(int number) {
        return String.format(Locale.ROOT, "SY-%06d", number);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
