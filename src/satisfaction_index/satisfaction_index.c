/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "satisfaction_index/satisfaction_index.h"

#include "base/arena.h"
#include "base/case_weights.h"
#include "base/same_word.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* Weighted mean of an item over those who answered it; NaN without any. The first answer is taken
 * off before summing. */
static double item_mean(const sq_table *items, const double *case_weights, size_t item)
{
    double origin = NAN, sum = 0, weight = 0;
    for (size_t row = 0; row < items->rows; row++) {
        double answer = sq_row(items, row)[item], share = sq_case_weight(case_weights, row);
        if (!isfinite(answer) || !(share > 0))
            continue;
        origin = isnan(origin) ? answer : origin;
        sum += share * (answer - origin);
        weight += share;
    }
    return origin + sum / weight;
}

/* Whether an item has answers that count, all between its ends. */
static sq_status check_item(const sq_table *items, const double *case_weights, size_t item,
                            double minimum, double maximum)
{
    if (isnan(minimum) || isnan(maximum))
        return SQ_UNDEFINED;
    if (!(minimum < maximum && isfinite(maximum - minimum)))
        return SQ_OUT_OF_DOMAIN;
    for (size_t row = 0; row < items->rows; row++) {
        double answer = sq_row(items, row)[item];
        if (sq_case_weight(case_weights, row) > 0 && (answer < minimum || answer > maximum))
            return SQ_OUT_OF_DOMAIN;
    }
    return SQ_OK;
}

static int negative_or_none(const double *weights, size_t count)
{
    for (size_t i = 0; weights && i < count; i++)
        if (!(weights[i] >= 0 && isfinite(weights[i])))
            return 1;
    return 0;
}

sq_status sq_satisfaction_index(const sq_table *items, const double *weights,
                                const double *case_weights, const double *minimum,
                                const double *maximum, double *index)
{
    double sum = 0, total = 0;
    *index = sq_error(SQ_NO_DATA);
    if (negative_or_none(weights, items->columns) || negative_or_none(case_weights, items->rows))
        return SQ_OUT_OF_DOMAIN;
    for (size_t i = 0; i < items->columns; i++) {
        double weight = weights ? weights[i] : 1, mean;
        if (weight == 0)
            continue;
        SQ_TRY(check_item(items, case_weights, i, minimum[i], maximum[i]));
        mean = item_mean(items, case_weights, i);
        if (isnan(mean))
            return SQ_NO_DATA;
        sum += weight * ((mean - minimum[i]) / (maximum[i] - minimum[i]));
        total += weight;
    }
    if (!(total > 0))
        return items->columns > 0 ? SQ_OUT_OF_DOMAIN : SQ_NO_DATA;
    *index = 100 * (sum / total);
    return SQ_OK;
}

/* What a point of an item adds to the index through one respondent of weight 1. */
typedef struct item_share {
    double mean, share;
} item_share;

static sq_status find_shares(const sq_table *items, const double *weights,
                             const double *case_weights, const double *minimum,
                             const double *maximum, item_share out[])
{
    double total = 0;
    for (size_t i = 0; i < items->columns; i++)
        total += weights ? weights[i] : 1;
    for (size_t i = 0; i < items->columns; i++) {
        double weight = weights ? weights[i] : 1, answered = 0;
        if (weight == 0)
            continue;
        for (size_t row = 0; row < items->rows; row++)
            if (!isnan(sq_row(items, row)[i]) && sq_case_weight(case_weights, row) > 0)
                answered += sq_case_weight(case_weights, row);
        out[i].mean = item_mean(items, case_weights, i);
        out[i].share = 100 * (weight / total) / (maximum[i] - minimum[i]) / answered;
        if (!isfinite(out[i].share) || !isfinite(out[i].mean))
            return SQ_OUT_OF_DOMAIN;
    }
    return SQ_OK;
}

/* Σ influence² on the index, and how many respondents there are. */
static double sum_influences(const sq_table *items, const double *case_weights,
                             const item_share of[], size_t *n)
{
    double squares = 0;
    *n = 0;
    for (size_t row = 0; row < items->rows; row++) {
        double influence = 0, weight = sq_case_weight(case_weights, row);
        bool answered = false;
        for (size_t i = 0; weight > 0 && i < items->columns; i++) {
            double answer = sq_row(items, row)[i];
            if (isnan(answer) || of[i].share == 0)
                continue;
            influence += weight * of[i].share * (answer - of[i].mean);
            answered = true;
        }
        squares += influence * influence;
        *n += answered;
    }
    return squares;
}

sq_status sq_satisfaction_index_estimate(const sq_table *items, const double *weights,
                                         const double *case_weights, const double *minimum,
                                         const double *maximum, double level, sq_estimate *out)
{
    SQ_SCRATCH(memory);
    item_share *of;
    double squares;
    *out = (sq_estimate){.size = 100};
    SQ_TRY(sq_check_level(level));
    SQ_TRY(sq_satisfaction_index(items, weights, case_weights, minimum, maximum, &out->mean));
    SQ_TAKE(of, &memory, items->columns);
    SQ_TRY(find_shares(items, weights, case_weights, minimum, maximum, of));
    squares = sum_influences(items, case_weights, of, &out->n);
    sq_infer_from_influences(out, squares, level, 0, 100);
    return SQ_OK;
}

static const sq_index_item scsb_items[] = {
    {0, N_("Expectation: overall quality")},
    {1, N_("Performance: quality given the price")},
    {1, N_("Performance: price given the quality")},
    {2, N_("Satisfaction: overall")},
    {2, N_("Satisfaction: fulfilment of expectations")},
    {2, N_("Satisfaction: closeness to the ideal")},
    {3, N_("Complaints: to the staff")},
    {3, N_("Complaints: to the management")},
    {4, N_("Loyalty: likelihood of buying again")},
    {4, N_("Loyalty: tolerance of a higher price")},
};

static const sq_index_item acsi_items[] = {
    {0, N_("Expectation: overall quality")},
    {0, N_("Expectation: fit to personal requirements")},
    {0, N_("Expectation: reliability")},
    {1, N_("Quality: overall")},
    {1, N_("Quality: fit to personal requirements")},
    {1, N_("Quality: reliability")},
    {2, N_("Value: quality given the price")},
    {2, N_("Value: price given the quality")},
    {3, N_("Satisfaction: overall")},
    {3, N_("Satisfaction: fulfilment of expectations")},
    {3, N_("Satisfaction: closeness to the ideal")},
    {4, N_("Complaints: how often")},
    {4, N_("Complaints: how well they were handled")},
    {5, N_("Loyalty: likelihood of buying again")},
    {5, N_("Loyalty: tolerance of a higher price")},
};

static const sq_index_item ecsi_items[] = {
    {0, N_("Image: can be trusted in what it says and does")},
    {0, N_("Image: stable and firmly established")},
    {0, N_("Image: contributes to society")},
    {0, N_("Image: concerned about its customers")},
    {0, N_("Image: innovative and forward looking")},
    {1, N_("Expectation: overall quality")},
    {1, N_("Expectation: fit to personal needs")},
    {1, N_("Expectation: how often things could go wrong")},
    {2, N_("Quality: overall")},
    {2, N_("Quality: technical quality")},
    {2, N_("Quality: service and personal advice")},
    {2, N_("Quality: of what is used")},
    {2, N_("Quality: range of products and services")},
    {2, N_("Quality: reliability and accuracy")},
    {2, N_("Quality: clarity of information")},
    {3, N_("Value: quality given the price")},
    {3, N_("Value: price given the quality")},
    {4, N_("Satisfaction: overall")},
    {4, N_("Satisfaction: fulfilment of expectations")},
    {4, N_("Satisfaction: closeness to the ideal")},
    {5, N_("Complaints: how well the last one was, or one would be, handled")},
    {6, N_("Loyalty: would choose again")},
    {6, N_("Loyalty: would stay when others are cheaper")},
    {6, N_("Loyalty: would recommend")},
};

static const sq_index_item ecsi2_items[] = {
    {0, N_("Image: overall")},
    {0, N_("Image: trustworthy")},
    {0, N_("Image: concerned about its customers")},
    {0, N_("Image: innovative and forward looking")},
    {1, N_("Expectation: overall quality")},
    {1, N_("Expectation: products")},
    {1, N_("Expectation: service")},
    {2, N_("Product quality: overall")},
    {2, N_("Product quality: reliability")},
    {2, N_("Product quality: range")},
    {3, N_("Service quality: personal contact")},
    {3, N_("Service quality: advice and information")},
    {3, N_("Service quality: accessibility")},
    {4, N_("Value: quality given the price")},
    {4, N_("Value: price given the quality")},
    {4, N_("Value: compared with competitors")},
    {5, N_("Satisfaction: overall")},
    {5, N_("Satisfaction: fulfilment of expectations")},
    {5, N_("Satisfaction: closeness to the ideal")},
    {6, N_("Loyalty: would buy again")},
    {6, N_("Loyalty: would buy other products")},
    {6, N_("Loyalty: would stay when others are cheaper")},
    {6, N_("Loyalty: would recommend")},
};

static const sq_index_item ccsi_image_items[] = {
    {0, N_("Image: overall impression of the brand")},
    {0, N_("Image: how well the brand is known")},
    {0, N_("Image: distinctive character")},
    {1, N_("Expectation: overall quality")},
    {1, N_("Expectation: fit to personal needs")},
    {1, N_("Expectation: reliability")},
    {2, N_("Quality: overall")},
    {2, N_("Quality: fit to personal needs")},
    {2, N_("Quality: reliability")},
    {2, N_("Quality: service")},
    {3, N_("Value: quality given the price")},
    {3, N_("Value: price given the quality")},
    {4, N_("Satisfaction: overall")},
    {4, N_("Satisfaction: fulfilment of expectations")},
    {4, N_("Satisfaction: closeness to the ideal")},
    {5, N_("Complaints: how often")},
    {5, N_("Complaints: how well they were handled")},
    {6, N_("Loyalty: would buy again")},
    {6, N_("Loyalty: would stay when others are cheaper")},
    {6, N_("Loyalty: would recommend")},
};

static const sq_index_item ccsi_market_items[] = {
    {0, N_("Market environment: choice among suppliers")},
    {0, N_("Market environment: fair competition")},
    {0, N_("Market environment: protection of consumers")},
    {1, N_("Expectation: overall quality")},
    {1, N_("Expectation: fit to personal needs")},
    {1, N_("Expectation: reliability")},
    {2, N_("Quality: overall")},
    {2, N_("Quality: fit to personal needs")},
    {2, N_("Quality: reliability")},
    {2, N_("Quality: service")},
    {3, N_("Value: quality given the price")},
    {3, N_("Value: price given the quality")},
    {4, N_("Satisfaction: overall")},
    {4, N_("Satisfaction: fulfilment of expectations")},
    {4, N_("Satisfaction: closeness to the ideal")},
    {5, N_("Complaints: how often")},
    {5, N_("Complaints: how well they were handled")},
    {6, N_("Loyalty: would buy again")},
    {6, N_("Loyalty: would stay when others are cheaper")},
    {6, N_("Loyalty: would recommend")},
};

#define ITEMS(list) (list), sizeof(list) / sizeof *(list)

static const sq_index_model models[] = {
    {"SCSB",
     5,
     {N_("Expectation"), N_("Performance"), N_("Satisfaction"), N_("Complaints"), N_("Loyalty")},
     {"01100", "00100", "00011", "00001", "00000"},
     ITEMS(scsb_items),
     N_("Fornell 1992, J. Marketing 56; as described by Johnson et al. 2001, J. Econ. Psychol. 22"),
     N_("Swedish barometer. Performance is value for money. The list of items differs between "
        "papers; "
        "it was not verified against the questionnaire.")},
    {"ACSI",
     6,
     {N_("Expectation"), N_("Quality"), N_("Value"), N_("Satisfaction"), N_("Complaints"),
      N_("Loyalty")},
     {"011100", "001100", "000100", "000011", "000001", "000000"},
     ITEMS(acsi_items),
     N_("Fornell, Johnson, Anderson, Cha, Bryant 1996, J. Marketing 60"),
     N_("American index, 15 questions. The article of 1996 asks one question about complaints and "
        "three about loyalty, two of them on price; today's public form has two and two.")},
    {"ECSI",
     7,
     {N_("Image"), N_("Expectation"), N_("Quality"), N_("Value"), N_("Satisfaction"),
      N_("Complaints"), N_("Loyalty")},
     {"0100101", "0011100", "0001100", "0000100", "0000011", "0000001", "0000000"},
     ITEMS(ecsi_items),
     N_("Tenenhaus, Esposito Vinzi, Chatelin, Lauro 2005, Comput. Stat. Data Anal. 48"),
     N_("European index with complaints, 24 items as asked about mobile telephony. Many "
        "applications "
        "leave out complaints or the path from image to satisfaction.")},
    {"ECSI-2",
     7,
     {N_("Image"), N_("Expectation"), N_("Product quality"), N_("Service quality"), N_("Value"),
      N_("Satisfaction"), N_("Loyalty")},
     {"0100011", "0011110", "0000110", "0000110", "0000010", "0000001", "0000000"},
     ITEMS(ecsi2_items),
     N_("ECSI Technical Committee 1998; Martensen, Grønholdt, Kristensen 2000, "
        "Total Qual. Manag. 11"),
     N_("European index with quality in two, product (hardware) and service (software), 23 items, "
        "without complaints. Whether image and expectation act on both qualities differs between "
        "papers; the list of items was not verified.")},
    {"CCSI-image",
     7,
     {N_("Image"), N_("Expectation"), N_("Quality"), N_("Value"), N_("Satisfaction"),
      N_("Complaints"), N_("Loyalty")},
     {"0110101", "0011100", "0001100", "0000100", "0000011", "0000001", "0000000"},
     ITEMS(ccsi_image_items),
     N_("Chinese customer satisfaction index, image-led form"),
     N_("Papers differ in the paths that leave image (to value, too, in some) and in whether "
        "complaints are part of it. Paths and items were not verified against one source: see them "
        "as "
        "a start and edit them.")},
    {"CCSI-market",
     7,
     {N_("Market environment"), N_("Expectation"), N_("Quality"), N_("Value"), N_("Satisfaction"),
      N_("Complaints"), N_("Loyalty")},
     {"0111000", "0011100", "0001100", "0000100", "0000011", "0000001", "0000000"},
     ITEMS(ccsi_market_items),
     N_("Chinese customer satisfaction index, market-led form"),
     N_("Papers differ in what the market environment acts on. Paths and items were not verified "
        "against one source: see them as a start and edit them.")},
};

size_t sq_index_model_count(void)
{
    return sizeof models / sizeof *models;
}

const sq_index_model *sq_index_model_at(size_t position)
{
    return position < sq_index_model_count() ? &models[position] : NULL;
}

const sq_index_model *sq_find_index_model(const char *name)
{
    for (size_t i = 0; i < sq_index_model_count(); i++)
        if (sq_same_word(name, models[i].name))
            return &models[i];
    return NULL;
}
