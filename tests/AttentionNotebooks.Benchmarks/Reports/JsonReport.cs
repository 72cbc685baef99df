using System.Text.Json;
using System.Text.Json.Serialization;
using AttentionNotebooks.Benchmarks.Results;

namespace AttentionNotebooks.Benchmarks.Reports;

/// <summary>Everything, for programs.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Of(RunResult run) => JsonSerializer.Serialize(
        new
        {
            run.Machine,
            run.Settings.Quick,
            run.Settings.Filter,
            run.Disturbance,
            Rows = run.Rows.Select(row => new { row.Row.Name, row.Threads, row.Row.Goal, row.GeometricMean, Worst = row.Worst?.Case.Name, row.Met }),
            Cases = run.Cases.Select(result => new
            {
                Row = result.Case.Row.Name,
                result.Case.Size,
                result.Case.Threads,
                result.Case.AtLeast,
                LeastLimitShare = result.Case.LimitShare,
                result.Ratio,
                result.Met,
                result.LimitSeconds,
                result.Spread,
                result.Error,
                result.Entrants,
                result.Absent,
            }),
        },
        Options);
}
