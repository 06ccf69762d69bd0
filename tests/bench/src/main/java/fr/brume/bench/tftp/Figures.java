package fr.brume.bench.tftp;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Medians, and how far a ratio of medians can be trusted. */
final class Figures {
    private static final int SAMPLES = 2000;
    private static final double TAIL = 0.05;

    private Figures() {}

    /** A ratio of two medians with the bounds that hold nine tenths of its bootstrap. */
    record Ratio(double value, double low, double high) {}

    static double median(List<Double> values) {
        return median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /** Draws turns with replacement; both columns of one turn were measured one after the other and stay together. */
    static Ratio ratio(List<Double> ours, List<Double> theirs) {
        Random random = new Random(1);
        int count = ours.size();
        double[] ratios = new double[SAMPLES];
        double[] first = new double[count];
        double[] second = new double[count];
        for (int sample = 0; sample < SAMPLES; sample++) {
            for (int i = 0; i < count; i++) {
                int turn = random.nextInt(count);
                first[i] = ours.get(turn);
                second[i] = theirs.get(turn);
            }
            ratios[sample] = median(first) / median(second);
        }
        Arrays.sort(ratios);
        return new Ratio(
                median(ours) / median(theirs),
                ratios[(int) (SAMPLES * TAIL)],
                ratios[(int) (SAMPLES * (1 - TAIL)) - 1]);
    }
}
